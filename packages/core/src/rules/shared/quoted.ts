import { shortened } from '../../text/shortened.ts'
import { visible } from '../../text/visible.ts'

/** A piece of a template inside a message: on one line, and no longer than people care to read. */
export const quoted = (source: string): string => `\`${visible(shortened(source, 60))}\``
