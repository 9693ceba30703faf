/**
 * Tells our element from the page's. An attribute of a plain `div`: a name of our own could be defined by the page as
 * a custom element, whose internals would hand it the closed root.
 */
export const cardMark = 'nightlatch-card'
