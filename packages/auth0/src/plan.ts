import { isKeyword } from '@codeword/core'
import { type Fields, type Held, isObject } from './target/held.ts'
import { isSame, versionOf } from './version.ts'

/** What the fields are to be, without their secrets. */
export interface Wanted {
  /** Keywords stand for secrets, which stay what the tenant has. */
  readonly fields: Fields
  /** Of the tenant's fields when they were read; see `versionOf`. */
  readonly version: string
  /** Fields that may be taken away: those that the push added which is undone. */
  readonly mayVanish?: readonly string[]
}

/** One field that becomes another one. A secret never does. */
export interface Change {
  /** `totp.length` */
  readonly path: string
  /** Absent: it is not there. */
  readonly before?: unknown
  readonly after: unknown
}

export type Plan =
  | { readonly ok: true; readonly fields: Fields; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly paths: readonly string[] }

/**
 * - `unreadable`: the token may not read the fields, so that writing would lose them.
 * - `changed`: somebody has changed them since they were read.
 * - `vanishing`: a field of the tenant's is missing in what is wanted.
 * - `no-secret`: a keyword stands where the tenant has nothing.
 */
export type Refusal = 'unreadable' | 'changed' | 'vanishing' | 'no-secret'

const refusal = (kind: Refusal, paths: readonly string[] = []): Plan => ({
  ok: false,
  refusal: kind,
  paths,
})

/** Merges what is wanted with what the tenant has: a PATCH of a connection replaces all options, so that all of them are written. */
export function planPush({ fields: current }: Held, wanted: Wanted): Plan {
  if (current === undefined || Object.keys(current).length === 0) return refusal('unreadable')
  if (versionOf(current) !== wanted.version) return refusal('changed')
  const { mayVanish = [] } = wanted
  const vanishing = Object.keys(current).filter(
    (key) => !Object.hasOwn(wanted.fields, key) && !mayVanish.includes(key),
  )
  if (vanishing.length > 0) return refusal('vanishing', vanishing)
  const lost: string[] = []
  const fields = merged(current, wanted.fields, [], lost) as Fields
  if (lost.length > 0) return refusal('no-secret', lost)
  return { ok: true, fields, changes: changesOf(current, fields, []) }
}

/** What is wanted, each keyword replaced by what the tenant has in its place. */
function merged(
  current: unknown,
  wanted: unknown,
  path: readonly string[],
  lost: string[],
): unknown {
  if (isKeyword(wanted)) {
    if (typeof current !== 'string' && typeof current !== 'number') lost.push(path.join('.'))
    return current
  }
  if (Array.isArray(wanted))
    return wanted.map((one, at) => merged(itemOf(current, at), one, [...path, String(at)], lost))
  if (!isObject(wanted)) return wanted
  const entries = Object.entries(wanted).map(([key, one]) => [
    key,
    merged(itemOf(current, key), one, [...path, key], lost),
  ])
  return Object.fromEntries(entries)
}

const itemOf = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined

function changesOf(before: unknown, after: unknown, path: readonly string[]): readonly Change[] {
  if (isSame(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) => changesOf(before[key], after[key], [...path, key]))
  }
  return [{ path: path.join('.'), ...(before !== undefined && { before }), after }]
}
