import type { DomainName } from '../language/domain.ts'
import { type Compiled, compile } from '../render/compile.ts'
import type { Rendered } from '../render/rendered.ts'
import type { Question } from './analysis.ts'
import { languageTests } from './language-tests.ts'
import { contextFor, fakeCodeFor, placeholdersFor } from './message.ts'
import { type Candidate, searchValues } from './search/values.ts'
import { supportedLanguages } from './supported.ts'

/** Whose message another template changes. */
export interface Difference {
  /** `search`: both were rendered for many values. `proof`: decided for all values of the domain. */
  readonly method: 'search' | 'proof'
  readonly variable: string
  readonly domain: DomainName
  /** The languages that either template serves, as canonical tags, the new one's first. */
  readonly languages: readonly string[]
  /** Classes of values whose message changes, each with what it was and what it becomes. */
  readonly changes: readonly Change[]
  /** False where more messages may change than are listed. */
  readonly complete: boolean
  /** How many values were rendered. */
  readonly tried: number
}

export interface Change {
  /** The simplest value of the class. */
  readonly value: string | null
  /** Values of the class that real clients send. */
  readonly realistic: readonly (string | null)[]
  /** The served languages whose bare value is in this class. */
  readonly languages: readonly string[]
  /** undefined where Liquid rejects the template or stops: the customer gets nothing. */
  readonly before: Rendered | undefined
  readonly after: Rendered | undefined
}

/** Milliseconds: an ordinary pair takes a hundredth of it, a hostile one shall not hang anybody. */
const longest = 4_000

/**
 * Compares what every customer gets from two templates, by rendering both for the values that the literals
 * of either call for and for those that real clients send.
 * @param before what is asked about the old template; its domain and languages are not read
 * @param after what is asked about the new template, about the same kind of values
 */
export function compareTemplates(before: Question, after: Question): Difference {
  const languages = [...new Set([...supportedLanguages(after), ...supportedLanguages(before)])]
  const code = fakeCodeFor(before.template.source + after.template.source)
  const old = rendererOf(before, code)
  const young = rendererOf(after, code)
  const classes = new Map<string, [Candidate, ...Candidate[]]>()
  const deadline = Date.now() + longest
  let tried = 0
  for (const candidate of candidatesFor(before, after, languages)) {
    if (Date.now() > deadline) break
    tried++
    const texts = [old.text(candidate.value), young.text(candidate.value)] as const
    if (texts[0] === texts[1]) continue
    const key = JSON.stringify(texts.map((text) => text ?? null))
    const known = classes.get(key)
    if (known === undefined) classes.set(key, [candidate])
    else known.push(candidate)
  }
  return {
    method: 'search',
    variable: after.profile.languageVariable,
    domain: typeof after.domain === 'string' ? after.domain : 'any',
    languages,
    changes: [...classes.values()].map((found) => changeOf(found, languages, old, young)),
    complete: false,
    tried,
  }
}

function changeOf(
  found: readonly [Candidate, ...Candidate[]],
  languages: readonly string[],
  old: Renderer,
  young: Renderer,
): Change {
  const values = found.map(({ value }) => value)
  const value = values.includes(null) ? null : found[0].value
  return {
    value,
    realistic: found.filter(({ real }) => real).map((candidate) => candidate.value),
    languages: languages.filter((language) => values.includes(language)),
    before: old.rendered(value),
    after: young.rendered(value),
  }
}

interface Renderer {
  readonly text: (value: string | null) => string | undefined
  readonly rendered: (value: string | null) => Rendered | undefined
}

function rendererOf(question: Question, code: string): Renderer {
  const result = compile(question.template.source)
  if (!result.ok) return { text: () => undefined, rendered: () => undefined }
  const { compiled } = result
  const inputs = (value: string | null): Parameters<Compiled['render']> => {
    const context = contextFor(question, value, code)
    return [context, placeholdersFor(question, context)]
  }
  return {
    text: (value) => {
      const message = compiled.renderText(...inputs(value))
      return message.ok ? message.text : undefined
    },
    rendered: (value) => {
      const message = compiled.render(...inputs(value))
      return message.ok ? message.rendered : undefined
    },
  }
}

function candidatesFor(
  before: Question,
  after: Question,
  languages: readonly string[],
): readonly Candidate[] {
  if (typeof after.domain !== 'string') return after.domain.map((value) => ({ value, real: true }))
  const tests = [after, before].flatMap(({ template, profile }) =>
    languageTests(template, profile.languageVariable),
  )
  return searchValues(tests, languages)
}
