import type { DomainName } from '../language/domain.ts'
import type { Profile } from '../profile/profile.ts'
import type { Rendered, RenderFailure } from '../render/rendered.ts'
import type { Template } from '../syntax/tree.ts'
import type { Span } from '../text/span.ts'

/** What is decided about every template, in the order in which it is told. */
export const propertyNames = [
  'never-empty',
  'code-always',
  'code-once',
  'all-reachable',
  'within-limits',
  'one-language',
  'right-language',
  'best-language',
] as const

export type PropertyName = (typeof propertyNames)[number]

/** What is asked about one template. */
export interface Question {
  readonly template: Template
  readonly profile: Profile
  /** Values of the other variables; the profile's examples where nobody gave any. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Those that somebody gave: they are nothing else, whereas others may be anything. */
  readonly given?: Readonly<Record<string, unknown>>
  /** What must be served; else the language tags that the template itself tests for. */
  readonly languages?: readonly string[]
  /** The language of the text that a customer without a supported language gets. */
  readonly fallback?: string
  /**
   * What the language variable holds where no header names a language, so that it is never missing: the
   * connection's `options.request_language`.
   */
  readonly whenMissing?: string
  /** A named domain, or exactly these values. */
  readonly domain: DomainName | readonly (string | null)[]
  /** The most segments that one message may take, where somebody limits them. */
  readonly segmentLimit?: number
  /** Properties that nobody asks for here. */
  readonly without?: readonly PropertyName[]
  /** Milliseconds after which what is left ends as `unproved`; 5,000 if absent. */
  readonly budget?: number
}

/** What is known about one template for every value of its language variable. */
export interface Analysis {
  /** `search`: rendered for many values. `proof`: decided for all values of the domain. */
  readonly method: 'search' | 'proof'
  readonly variable: string
  readonly domain: DomainName
  /** The languages that the template serves, as canonical tags. */
  readonly languages: readonly string[]
  readonly fallback?: string
  /** What stands in for a missing header, see `Question`. */
  readonly whenMissing?: string
  /** Classes of values with the one message that they all get. */
  readonly outcomes: readonly Outcome[]
  /** False where more outcomes may exist than are listed. */
  readonly complete: boolean
  readonly properties: readonly Property[]
  /** Pairs of arms with different labels that one value reaches together. */
  readonly conflicts: readonly Conflict[]
  /** What goes wrong for customers, each cause once: a value that shows one kind shows no other. */
  readonly breaches: readonly Breach[]
  /** Why customers get a text in a language that is not theirs, each cause once; a search cannot tell. */
  readonly causes?: readonly LanguageCause[]
  /** Where the engine stops instead of making a message, each place once. */
  readonly failures: readonly Failure[]
  /** Arms that no value enters, the outermost only; a search cannot tell. */
  readonly dead?: readonly DeadArm[]
  /** Stands where `complete` is false for the number of outcomes. */
  readonly blocks?: readonly Block[]
}

/** One block that stands on its own, where there are too many outcomes to list them. */
export interface Block {
  readonly span: Span
  /** Each arm with a value that enters it, where one is known. */
  readonly arms: readonly { readonly arm: Span; readonly value?: string | null }[]
}

export interface DeadArm {
  readonly arm: Span
  readonly tag: Span
  /** The widest domain in which it is dead. */
  readonly domain: DomainName
}

/** The customer behind `value` gets nothing, since rendering stops. */
export interface Failure {
  readonly value: string | null
  readonly failure: RenderFailure
}

/** One fault that customers see; the rule of the same name words it. */
export interface Breach {
  readonly kind: 'empty-message' | 'code-missing' | 'code-repeated' | 'overlapping-branches'
  readonly witness: Witness
  /** The source to blame. */
  readonly site: Span
  /** The other arm of an overlap, the first of two codes. */
  readonly related?: Span
}

/** One reason why customers get a text that is not in their language; the rule of the same name words it. */
export interface LanguageCause {
  readonly kind: 'substring-match' | 'case-or-separator' | 'region-only-branch' | 'wrong-language'
  readonly witness: Witness
  /** The literal to blame, else the tag. */
  readonly site: Span
  /** The language whose text the customer gets; null: the text for everybody else, absent: nobody's. */
  readonly got?: string | null
  /** The language whose text is due; absent: the text for everybody else. */
  readonly due?: string
  /** The literal that was found, or the one that is too narrow. */
  readonly literal?: string
  /** The part of the first choice that `literal` was found in; absent: it was found further on in the list. */
  readonly within?: string
  /** The spelling of the same value that gets the right text. */
  readonly instead?: string
}

/** A concrete value that shows a fact. `text` is what that customer gets, with the fake code. */
export interface Witness {
  /** The variable that takes the value, e.g. `request_language`. */
  readonly variable: string
  /** null: the header is missing. */
  readonly value: string | null
  readonly text: string
  /** The narrowest domain that the value belongs to. */
  readonly domain: DomainName
  /** Values of other inputs that the schema lists, by dotted path, where the template has such. */
  readonly inputs?: Readonly<Record<string, unknown>>
}

export interface Outcome {
  /** The simplest value of the class. */
  readonly value: string | null
  /** Values that other inputs have for all who get it, by dotted path. */
  readonly inputs?: Readonly<Record<string, unknown>>
  /** Values of the class that real clients send. */
  readonly realistic: readonly (string | null)[]
  /** The supported languages whose bare value is in this class. */
  readonly languages: readonly string[]
  readonly rendered: Rendered
  /** How often the code stands in the text. */
  readonly codes: number
}

export interface Property {
  readonly name: PropertyName
  readonly status: 'proved' | 'broken' | 'unproved'
  /** Proved: the widest domain in which it holds. Broken: the narrowest with a witness. */
  readonly domain: DomainName
  readonly witness?: Witness
  /** The source that is to blame, best first. */
  readonly sites: readonly Span[]
  /** Why it is unproved. */
  readonly reason?: string
  /** Of `within-limits`: the most segments that a message takes; if not `proved`, another may take more. */
  readonly segments?: { readonly most: number; readonly proved: boolean }
}

export interface Conflict {
  readonly arms: readonly [Span, Span]
  readonly witness: Witness
}
