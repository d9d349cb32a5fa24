import type { Severity } from '../lint/diagnostic.ts'

/** What a piece of output means; the host decides how it looks. */
export type Style = Severity | 'strong' | 'faint' | 'good'

/** Gives a text the look of a style, with terminal escapes, HTML or nothing at all. */
export type Paint = (style: Style, text: string) => string

/** No colour. */
export const plain: Paint = (_style, text) => text
