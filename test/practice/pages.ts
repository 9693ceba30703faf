import { type PageId, pageIds } from '../../src/domain/page'
import { isStoreFront, loginHost, type StoreFrontHost, storeFronts } from '../../src/pages/hosts'
import { addressOf } from '../../src/pages/page-urls'
import { recognise } from '../../src/pages/recognise'

/** The variants that `?practice=` accepts, separated by commas. */
export type Variant = 'busy' | 'csp' | 'dialogs' | 'components' | 'remover' | 'frames'

/** `account-health` becomes "Account health". */
function titleOf(page: PageId): string {
  const words = page.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The address of a practice page, with its variants. */
export function practiceAddress(page: PageId, host: StoreFrontHost, ...wanted: Variant[]): string {
  return withVariants(addressOf(page, host), wanted)
}

export const wantedBy = (url: URL): string[] =>
  (url.searchParams.get('practice') ?? '').split(',').filter((name) => name !== '')

/** Pages of the new Seller Central, which not every seller has. None of our links lead there. */
export const newSellerCentral = [
  '/amazonsell/business',
  '/amazonsell/manage-products',
  '/amazonsell/fba-inventory',
  '/amazonsell/orders/mfn',
  '/amazonsell/order-details?orderId=000-0000000-0000000',
  '/amazonsell/payments',
  '/amazonsell/shipments',
] as const

export function withVariants(address: string, wanted: readonly string[]): string {
  const url = new URL(address)
  if (wanted.length) url.searchParams.set('practice', wanted.join(','))
  return url.href
}

/** The store front that a page of this host links to. */
function storeFrontOf(host: string): StoreFrontHost {
  if (isStoreFront(host)) return host
  return storeFronts.find((front) => loginHost(front.host) === host)?.host ?? 'sellercentral.amazon.com'
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)

/** One plain page for any address, with our own words and nothing of Amazon's. */
export function pageFor(url: URL): string {
  const wanted = wantedBy(url)
  const has = (variant: Variant) => wanted.includes(variant)
  const page = recognise(url.href)?.page
  const title = page ? titleOf(page) : 'Some other page'
  const list = (ids: readonly PageId[], linkTo: (id: PageId) => string) =>
    `<ul>\n${ids.map((id) => `<li>${linkTo(id)}</li>`).join('\n')}\n</ul>`
  const link = (id: PageId, more: string) =>
    `<a data-page="${id}" data-title="${titleOf(id)}" ${more}>${titleOf(id)}</a>`
  const front = storeFrontOf(url.hostname)
  const href = (id: PageId) => escaped(withVariants(addressOf(id, front), wanted))
  // The history API only works within one origin: pages of another host are opened, not pushed.
  const here = pageIds.filter((id) => new URL(addressOf(id, front)).host === url.host)

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – Practice Seller Central</title>
<link rel="stylesheet" href="/practice.css">
<script src="/practice.js" defer></script>
</head>
<body data-practice="${escaped(wanted.join(','))}">
<header>Practice Seller Central – not Amazon</header>
<div class="columns">
<nav aria-label="Pages">
<h2>Pages</h2>
${list(pageIds, (id) => link(id, `data-go="load" href="${href(id)}"`))}
<h2>The new Seller Central</h2>
<ul>
${newSellerCentral.map((path) => `<li><a href="${escaped(withVariants(`https://${front}${path}`, wanted))}">${path}</a></li>`).join('\n')}
</ul>
</nav>
<div>
<main data-page="${page ?? ''}" data-title="${title}">
<h1>${title}</h1>
<p>Page: <code>${page ?? 'none'}</code></p>
${page === 'sign-in' ? signIn : content}
${has('dialogs') ? dialogs : ''}
${has('components') ? components : ''}
${has('frames') ? frames(url) : ''}
</main>
<aside>
<h2>Without loading, by the history</h2>
${list(here, (id) => link(id, `data-go="push" href="${href(id)}"`))}
<h2>Without loading, by the hash</h2>
${list(here, (id) => link(id, `data-go="hash" href="#/${id}"`))}
</aside>
</div>
</div>
</body>
</html>`
}

const content = `<table>
<caption>Made-up content</caption>
<thead><tr><th scope="col">Thing</th><th scope="col">Number</th><th scope="col">Day</th></tr></thead>
<tbody>
<tr><td>Blue kettle</td><td>12</td><td>3 March</td></tr>
<tr><td>Garden chair</td><td>4</td><td>9 March</td></tr>
<tr><td>Lamp, small</td><td>31</td><td>14 March</td></tr>
</tbody>
</table>
<label for="note">Search</label>
<input id="note" autocomplete="off">
<button type="button" id="do-nothing">Search</button>`

const signIn = `<form method="post" action="/ap/signin">
<label for="email">E-mail</label>
<input id="email" type="email" name="email" autocomplete="off">
<label for="password">Password</label>
<input id="password" type="password" name="password" autocomplete="off">
<p><button type="submit">Sign in</button></p>
</form>`

const dialogs = `<h2>Dialogs</h2>
<p>
<button type="button" id="open-dialog">Open a modal dialog</button>
<button type="button" id="open-plain-dialog">Open a dialog beside the page</button>
<button type="button" id="open-popover" popovertarget="popover">Open a popover</button>
</p>
<label for="focused">This field has the focus from the start</label>
<input id="focused" autocomplete="off" autofocus>
<div popover id="popover">A popover of the page</div>
<dialog aria-label="A dialog of the page">
<p>A dialog of the page</p>
<button type="button" id="close-dialog">Close</button>
</dialog>`

/** Dialogs as in Seller Central: each in its own component, some in nested components. */
export const componentDialogs = ['modal', 'plain', 'marked', 'alert', 'popover'].flatMap((kind) =>
  ['open', 'closed', 'nested'].map((root) => ({ kind, root, id: `${kind}-${root}` })),
)

const components = `<h2>Components</h2>
<ul>
${componentDialogs
  .map(
    ({ kind, root, id }) =>
      `<li><button type="button" data-opens="${id}">${kind}, ${root}</button> <practice-dialog id="${id}" data-kind="${kind}" data-root="${root}"></practice-dialog></li>`,
  )
  .join('\n')}
</ul>`

const frames = (url: URL) => {
  const source = escaped(url.pathname)
  return `<h2>Frames</h2>
<iframe title="The same page" src="${source}"></iframe>
<iframe title="Home" src="/home"></iframe>`
}
