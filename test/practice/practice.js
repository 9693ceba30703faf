// The behavior of the practice pages. It makes no requests, so that the record has only page loads.
const main = document.querySelector('main')
const variants = new Set((document.body.dataset.practice ?? '').split(','))

/** Shows another page's title and id in this document, as an in-app navigation does. */
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
  /** Never idle: nodes change with every frame, and twice a second the thread is blocked for 120 ms. */
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

  /** Removes everything that others add to html or body. */
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

/** A dialog in its own shadow root, kept in the document while closed, as component libraries do. */
class PracticeDialog extends HTMLElement {
  connectedCallback() {
    const { kind, root: mode } = this.dataset
    const root = this.attachShadow({ mode: mode === 'closed' ? 'closed' : 'open' })
    if (mode === 'nested') {
      const inner = document.createElement('practice-dialog')
      Object.assign(inner.dataset, { kind, root: 'closed' })
      root.append(inner)
      this.turn = (isOpen) => inner.turn(isOpen)
      return
    }
    const box = document.createElement(kind === 'modal' || kind === 'plain' ? 'dialog' : 'div')
    box.textContent = 'A dialog of a component '
    const close = box.appendChild(document.createElement('button'))
    close.textContent = 'Close'
    close.addEventListener('click', () => this.turn(false))
    box.style.cssText = 'padding: 24px; border: 1px solid #888; background: #fff'
    const overlay = root.appendChild(document.createElement('div'))
    overlay.append(box)
    const show = {
      modal: (isOpen) => (isOpen ? box.showModal() : box.close()),
      plain: (isOpen) => (isOpen ? box.show() : box.close()),
      popover: (isOpen) => (isOpen ? box.showPopover() : box.hidePopover()),
    }
    if (kind === 'popover') box.popover = 'auto'
    if (kind === 'marked' || kind === 'alert') {
      box.role = kind === 'alert' ? 'alertdialog' : 'dialog'
      box.ariaModal = 'true'
      box.style.margin = '15vh auto'
      box.style.width = '20em'
      overlay.style.cssText = 'position: fixed; inset: 0; visibility: hidden; background: #0006'
    }
    this.turn =
      show[kind] ??
      ((isOpen) => {
        overlay.style.visibility = isOpen ? 'visible' : 'hidden'
        if (isOpen) close.focus()
      })
  }
}
customElements.define('practice-dialog', PracticeDialog)
document.addEventListener('click', ({ target }) => {
  const id = target instanceof Element && target.closest('[data-opens]')?.dataset.opens
  if (id) document.getElementById(id).turn(true)
})

for (const variant of variants) behaviours[variant]?.()
