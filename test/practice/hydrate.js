// Takes over a whole document, as server-rendered React pages do. Tests add it with one version of React.
import { createElement, Fragment } from 'react'
import { hydrateRoot } from 'react-dom/client'

/** Rebuilds a node as React elements. */
function elementOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data
  const children = [...node.childNodes].map((child, index) =>
    createElement(Fragment, { key: index }, elementOf(child)),
  )
  return createElement(node.localName, null, ...children)
}

/** Captures the document. Returns a function that hydrates it and resolves with React's recovered errors. */
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
