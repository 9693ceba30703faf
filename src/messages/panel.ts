import type { PageId } from '../domain/page'

export const panelViews = ['page', 'round', 'guides'] as const
export type PanelView = (typeof panelViews)[number]

/** Texts that a panel keeps while they are written: more than a guide's page has fields. */
export const mostTyped = 20

/** Asked by a panel of the script in a tab. */
export type WhereAsked = { asked: 'where' }

/** What that script answers: the address as a kind of page, and whether a field there has the focus. */
export type Here = { host: string; page?: PageId; isTyping: boolean }

/** Where the background keeps something of one tab or window until the browser closes. The panel follows it there. */
export const sessionKey = (name: string, of: number): string => `${name}/${of}`
