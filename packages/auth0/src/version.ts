import { createHash } from 'node:crypto'
import type { Fields } from './target/held.ts'

/** The same for the same fields, in whatever order their keys come: a PATCH and a GET answer in different ones. */
export const versionOf = (fields: Fields): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(fields)))
    .digest('base64url')

export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]))
}
