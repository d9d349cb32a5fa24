import type { DomainName } from '../../language/domain.ts'
import type { Rendered } from '../../render/rendered.ts'

/** Whose message another template changes. */
export interface Difference {
  /** `proof`: decided for all values of the domain. `search`: both were rendered for many values. */
  readonly method: 'search' | 'proof'
  readonly variable: string
  readonly domain: DomainName
  /** The languages that either template serves, as canonical tags, the new one's first. */
  readonly languages: readonly string[]
  /** Classes of values whose message changes, each with what it was and what it becomes. */
  readonly changes: readonly Change[]
  /**
   * `message`: all values of a class get one message before and one after, but for what inserts the value itself.
   * `text`: more messages change than can be listed, so that a class is who loses and gains a piece of text.
   */
  readonly by: 'message' | 'text'
  /** False where more messages may change than are listed. */
  readonly complete: boolean
  /** How many values were rendered. */
  readonly tried: number
  /** Why `complete` is false, where the reason is known. */
  readonly open?: string
}

export interface Change {
  /** The simplest value of the class. */
  readonly value: string | null
  /** Values of the class that real clients send. */
  readonly realistic: readonly (string | null)[]
  /** The served languages whose bare value is in this class. */
  readonly languages: readonly string[]
  /** The narrowest domain in which a value of the class is known. */
  readonly domain: DomainName
  /** Values of other inputs that the schema lists, by dotted path, where the templates read such. */
  readonly inputs?: Readonly<Record<string, unknown>>
  /** undefined where Liquid rejects the template or stops: the customer gets nothing. */
  readonly before: Rendered | undefined
  readonly after: Rendered | undefined
  /**
   * By text: what all values of this class lose and gain; what else stands in `before` and `after` is theirs who
   * send `value`. Absent in the last class, of those who get the same texts put together in another way.
   */
  readonly part?: { readonly before: string; readonly after: string }
}
