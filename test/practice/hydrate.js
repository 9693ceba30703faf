// Takes over a whole document, as pages made by React on a server do. Put into a page by a test, with one version of React.
import { createElement, Fragment } from 'react'
import { hydrateRoot } from 'react-dom/client'

/** The same again as React would have written it. */
function elementOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data
  const children = [...node.childNodes].map((child, index) =>
    createElement(Fragment, { key: index }, elementOf(child)),
  )
  return createElement(node.localName, null, ...children)
}

/** What the document is now; gives back what takes it over, and then tells every fault that React had to mend. */
globalThis.readyToHydrate = () => {
  const tree = elementOf(document.documentElement)
  return () =>
    new Promise((done) => {
      const faults = []
      const Whole = () => tree
      hydrateRoot(document, createElement(Whole), {
        onRecoverableError: (error) => faults.push(String(error)),
        onUncaughtError: (error) => faults.push(String(error)),
      })
      setTimeout(() => done(faults), 500)
    })
}
