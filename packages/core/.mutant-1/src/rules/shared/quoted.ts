import { visible } from '../../text/visible.ts'

const most = 60

/** A piece of a template inside a message: on one line, and no longer than people care to read. */
export const quoted = (source: string): string =>
  `\`${visible(source.length > most ? `${source.slice(0, most - 1)}…` : source)}\``
