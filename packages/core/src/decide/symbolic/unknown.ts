import type { Span } from '../../text/span.ts'
import { TooLarge } from '../automata/machine.ts'
import type { Unknown, Value } from './value.ts'

/** A filter that is given its own result twice doubles the key each time. */
const longestKey = 100_000

/** @throws TooLarge */
export function unknown(
  key: string,
  reason: string,
  { start, end }: Span,
  free: boolean,
  known?: { readonly value: unknown },
): Unknown {
  if (key.length > longestKey) throw new TooLarge()
  return { kind: 'unknown', key, reason, span: { start, end }, free, ...(known && { known }) }
}

/** Equal keys mean equal values for any inputs. */
export function keyOf(value: Value): string {
  switch (value.kind) {
    case 'constant': {
      const type = typeof value.value
      const name = (value.value as object | null | undefined)?.constructor?.name
      return `${type} ${name} ${type === 'bigint' ? value.value : JSON.stringify(value.value)}`
    }
    case 'text':
      return `text ${value.chain.key}`
    case 'list':
      return `list ${JSON.stringify(value.separator)} ${value.chain.key}`
    case 'pieces':
      return `${value.most} pieces ${JSON.stringify(value.separator)} ${value.chain.key}`
    case 'size':
      return `size ${JSON.stringify(value.separator)} ${value.chain.key}`
    case 'captured':
      return `captured ${JSON.stringify(value.pieces.map((p) => [p.when, p.span, keyOf(p.value)]))}`
    case 'code':
      return `code ${value.path}`
    case 'blank':
    case 'unknown':
      return value.key
  }
}
