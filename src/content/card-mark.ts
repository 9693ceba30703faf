/**
 * Marks our element. It is an attribute of a plain `div`: the page could define a custom element under a name
 * of ours, and its internals would give the page our closed root.
 */
export const cardMark = 'nightlatch-card'
