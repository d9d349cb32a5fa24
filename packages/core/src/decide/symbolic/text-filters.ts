import { print } from '../../render/values.ts'
import { append } from '../filters/append.ts'
import { capitalize } from '../filters/capitalize.ts'
import { downcase } from '../filters/downcase.ts'
import { lstrip } from '../filters/lstrip.ts'
import type { Operator } from '../filters/operator.ts'
import { prepend } from '../filters/prepend.ts'
import { remove } from '../filters/remove.ts'
import { removeFirst } from '../filters/remove-first.ts'
import { replace } from '../filters/replace.ts'
import { replaceFirst } from '../filters/replace-first.ts'
import { rstrip } from '../filters/rstrip.ts'
import { slice } from '../filters/slice.ts'
import { strip } from '../filters/strip.ts'
import { truncate } from '../filters/truncate.ts'
import { upcase } from '../filters/upcase.ts'

/** What a filter with constant arguments does to a text; undefined where it is not decided. */
type TextFilter = (...args: readonly unknown[]) => Operator | undefined

const trimmer =
  (filter: (characters?: string) => Operator): TextFilter =>
  (characters) =>
    filter(characters ? print(characters) : undefined)

const isInteger = (value: unknown): value is number => Number.isSafeInteger(value)

/** The filters that make a text of a text, by their names in LiquidJS. */
export const textFilters: ReadonlyMap<string, TextFilter> = new Map<string, TextFilter>([
  ['downcase', downcase],
  ['upcase', upcase],
  ['capitalize', capitalize],
  ['strip', trimmer(strip)],
  ['lstrip', trimmer(lstrip)],
  ['rstrip', trimmer(rstrip)],
  ['append', (...args) => (args.length === 1 ? append(print(args[0])) : undefined)],
  ['prepend', (...args) => (args.length === 1 ? prepend(print(args[0])) : undefined)],
  ['remove', (pattern) => remove(print(pattern))],
  ['remove_first', (pattern) => removeFirst(print(pattern))],
  [
    'replace',
    (pattern, by) => (print(pattern) === '' ? undefined : replace(print(pattern), print(by))),
  ],
  ['replace_first', (pattern, by) => replaceFirst(print(pattern), print(by))],
  [
    'slice',
    (begin, length = 1) =>
      isInteger(begin) && isInteger(length) ? slice(begin, length) : undefined,
  ],
  [
    'truncate',
    (length = 50, ellipsis = '...') =>
      isInteger(length) ? truncate(Math.max(length, 0), print(ellipsis)) : undefined,
  ],
])
