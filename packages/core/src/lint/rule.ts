import type { Analysis } from '../decide/analysis.ts'
import type { Profile } from '../profile/profile.ts'
import type { Template } from '../syntax/tree.ts'
import type { Mistake } from '../text/mistakes.ts'
import type { Position, Span } from '../text/span.ts'
import type { Finding, Severity } from './diagnostic.ts'
import type { TenantFacts } from './tenant-facts.ts'

export type RuleGroup = 'proof' | 'syntax' | 'placeholder' | 'message' | 'connection' | 'hygiene'

/** One rule: a plain object in a file of its own name, listed in rules/index.ts, with a page in docs/rules. */
export type Rule = TemplateRule | ConnectionRule | SuppressionRule

export interface RuleFacts {
  readonly name: string
  readonly group: RuleGroup
  /** The severity of a finding that does not bring its own. */
  readonly severity: Severity
  /** One line for lists: what goes wrong for the customer. */
  readonly summary: string
}

export interface TemplateRule extends RuleFacts {
  readonly on: 'template'
  /**
   * Set where only tags and outputs can be at fault, or only what is sent as an SMS: it is not asked about
   * any other template.
   */
  readonly about?: 'liquid' | 'sms'
  /** Rules that say better what is wrong; where they speak of the cause of a finding, it is left out. */
  readonly yieldsTo?: readonly TemplateRule[]
  readonly check: (context: TemplateContext) => Iterable<Finding>
}

export interface ConnectionRule extends RuleFacts {
  readonly on: 'connection'
  readonly check: (connection: Connection) => Iterable<Finding>
}

export interface SuppressionRule extends RuleFacts {
  readonly on: 'suppressions'
  readonly check: (suppression: Suppression, rules: readonly Rule[]) => Iterable<Finding>
}

/** A comment in a template that says which rules are not to speak, and what came of it. */
export interface Suppression extends Span {
  readonly keyword: string
  readonly isKeyword: boolean
  readonly rules: readonly SuppressedRule[]
  /** Empty where none is given. */
  readonly reason: string
}

export interface SuppressedRule extends Span {
  readonly name: string
  /** Whether the rule would have spoken there; true, too, where it is off and nobody knows. */
  readonly used: boolean
}

/** One template with everything that is known about it. */
export interface TemplateContext {
  readonly template: Template
  readonly profile: Profile
  readonly surroundings: Surroundings
  /** Where an offset of the template stands in the host file. */
  readonly position: (offset: number) => Position
  /** The most segments that one message may take; absent where nobody said. */
  readonly segmentLimit?: number
  /** What the tenant was seen to do; absent where nobody has tried. */
  readonly tenant?: TenantFacts
  /** What every value of the language variable gets; undefined where the engine rejects the template. */
  readonly analysis: () => Analysis | undefined
}

/** What the file around a template says about it; absent keys are unknown. */
export interface Surroundings {
  /** `options.syntax` */
  readonly syntax?: string
  /** `options.request_language`: the language where no header brings one. */
  readonly requestLanguage?: string
  /** `options.totp` */
  readonly totp?: { readonly length?: number; readonly timeStep?: number }
  /** True in a file that auth0-deploy-cli may read, which replaces `@@key@@` before Auth0 sees it. */
  readonly deployed?: boolean
}

/** One Auth0 connection as it stands in a file; spans are those of the file. */
export interface Connection {
  /** The whole object, as far as it could be read. */
  readonly value: Readonly<Record<string, unknown>>
  /** Where a value stands in the host file, e.g. `['options', 'template']`. */
  readonly spanAt: (path: readonly (string | number)[]) => Span | undefined
  /** Where a key stands in the host file. */
  readonly keyAt: (path: readonly (string | number)[]) => Span | undefined
  /** True in a Terraform file, which takes values from variables and not from keywords of auth0-deploy-cli. */
  readonly terraform?: true
  /** What is wrong with the host's syntax, e.g. a missing comma. */
  readonly problems: readonly Finding[]
  /** What Auth0's API would say about the values. */
  readonly mistakes: readonly ConnectionMistake[]
}

export interface ConnectionMistake extends Mistake {
  readonly severity: Severity
  /** What the value was meant to be: `true` for the text "true". */
  readonly meant?: boolean | number
}
