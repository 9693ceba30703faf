// What the practice pages do by themselves. No requests, so that the record of requests holds page loads alone.
const main = document.querySelector('main')
const variants = new Set((document.body.dataset.practice ?? '').split(','))

/** Puts another page's title and id into this document, as an in-app navigation does. */
function show({ title, page }) {
  document.title = `${title} – Practice Seller Central`
  main.querySelector('h1').textContent = title
  main.querySelector('code').textContent = page
}

history.replaceState({ title: main.dataset.title, page: main.dataset.page }, '')
addEventListener('popstate', (event) => {
  if (event.state) show(event.state)
})
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-go="push"]') : null
  if (!link) return
  event.preventDefault()
  const state = { title: link.dataset.title, page: link.dataset.page }
  history.pushState(state, '', link.href)
  show(state)
})

const behaviours = {
  /** Never at rest: nodes come and go with every frame, and twice a second the thread is held for 120 ms. */
  busy() {
    const list = main.appendChild(document.createElement('ul'))
    const change = () => {
      const line = document.createElement('li')
      line.textContent = `Row ${Math.round(performance.now())}`
      list.prepend(line)
      if (list.children.length > 20) list.lastChild.remove()
      document.body.dataset.tick = String(Math.round(performance.now()))
      requestAnimationFrame(change)
    }
    change()
    setInterval(() => {
      const end = performance.now() + 120
      while (performance.now() < end);
    }, 500)
  },

  /** Takes away whatever is added to html or body that it did not put there itself. */
  remover() {
    const sweep = (records) => {
      for (const record of records) for (const node of record.addedNodes) node.remove()
    }
    const observer = new MutationObserver(sweep)
    for (const node of [document.documentElement, document.body]) observer.observe(node, { childList: true })
  },

  dialogs() {
    const dialog = document.querySelector('dialog')
    const on = (id, act) => document.getElementById(id).addEventListener('click', act)
    on('open-dialog', () => dialog.showModal())
    on('close-dialog', () => dialog.close())
    on('open-plain-dialog', () => dialog.show())
  },
}

for (const variant of variants) behaviours[variant]?.()
