import type { Analysis, Property, Question } from '../../src/decide/analysis.ts'
import {
  contextFor,
  countCodes,
  fakeCodeFor,
  isBlank,
  placeholdersFor,
} from '../../src/decide/message.ts'
import { prove } from '../../src/decide/prove.ts'
import { parseAcceptLanguage } from '../../src/language/accept-language.ts'
import { domainNames, narrowestDomain } from '../../src/language/domain.ts'
import { expectedLanguage } from '../../src/language/lookup.ts'
import { realValues } from '../../src/language/real-values.ts'
import { primary } from '../../src/language/tag.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { compile } from '../../src/render/compile.ts'
import type { Rendered } from '../../src/render/rendered.ts'
import { parse } from '../../src/syntax/parse.ts'
import { randomFrom, texts } from './machines.ts'
import { same } from './oracle.ts'
import { languageTexts, randomTemplate } from './random-template.ts'

const values: readonly (string | null)[] = [
  ...realValues.map(({ value }) => value),
  ...languageTexts,
  ...languageTexts.flatMap((text) => [
    `aa,${text}`,
    `${text},fr;q=0.5`,
    `${text}-BE`,
    text.toUpperCase(),
    `x${text}`,
  ]),
  ...texts(['a', '-', ',', ' '], 2),
  'dutchfr-FR',
]

type Inputs = ReadonlyMap<string, unknown>

const spoken = (value: string | null): string =>
  primary(parseAcceptLanguage(value ?? '')[0]?.tag ?? '')

interface Seen {
  readonly value: string | null
  readonly rendered: Rendered
}

/** What goes wrong for one value, by property, as plainly as it can be said. */
function faults(
  question: Question,
  languages: readonly string[],
  by: (value: string | null) => Rendered,
  { value, rendered }: Seen,
): readonly string[] {
  const code = fakeCodeFor(question.template.source)
  const words = (text: string): string => text.replace(/\s+/g, '')
  const expected = expectedLanguage(value, languages)
  const accepted = expected && [...expected.languages, ...(expected.fallback ? [null] : [])]
  return [
    ...(isBlank(rendered.text) ? ['never-empty'] : []),
    ...(rendered.text.includes(code) ? [] : ['code-always']),
    ...(countCodes(rendered.text, code) > 1 ? ['code-once'] : []),
    ...(rendered.text.length > 1600 ? ['within-limits'] : []),
    ...(accepted && !accepted.some((one) => words(by(one).text) === words(rendered.text))
      ? ['right-language']
      : []),
  ]
}

const told = ['never-empty', 'code-always', 'code-once', 'within-limits', 'right-language']

/**
 * Nothing proved is refuted by a value, nothing broken is sound, nothing dead is entered, no outcome is missing.
 * @param runs how many templates, from as many seeds
 */
export function checkProofs(seed: number, runs: number): Record<string, number> {
  let [proved, broken, unproved, checked, complete] = [0, 0, 0, 0, 0]
  for (let i = 0; i < runs; i++) {
    const random = randomFrom(seed + i)
    const source = randomTemplate(random, languageTexts)
    const compiled = compile(source)
    const template = parse(source)
    // Inserted values make every message another: then there is no message to compare.
    if (!compiled.ok || template.errors.length > 0 || /\{\{ (?!code)/.test(source)) continue
    const domain =
      random() < 0.3 ? values.filter(() => random() < 0.3) : domainNames[Math.floor(random() * 4)]!
    const question: Question = {
      template,
      profile: auth0Sms,
      variables: { application: { name: 'Acme' } },
      domain,
      budget: 60_000,
    }
    const at = `seed ${seed + i} ${String(domain).slice(0, 80)}: ${source}`
    const analysis = prove(question) as Analysis
    const by = (value: string | null, inputs?: Inputs): Rendered => {
      const context = contextFor(question, value, fakeCodeFor(source), inputs)
      const result = compiled.compiled.render(context, placeholdersFor(question, context))
      if (!result.ok) throw new Error(at)
      return result.rendered
    }
    const within = (value: string | null, name: string): boolean =>
      typeof domain === 'string'
        ? domainNames.indexOf(narrowestDomain(value)) <= domainNames.indexOf(name as 'any')
        : domain.includes(value)
    const seen = values.map((value) => ({ value, rendered: by(value) }))
    const wrong = new Map(
      seen.map((one) => [one.value, faults(question, analysis.languages, by, one)]),
    )
    for (const property of analysis.properties) {
      if (property.status === 'unproved') unproved++
      if (property.status === 'proved') proved++
      if (property.status === 'broken') broken++
      if (!told.includes(property.name)) continue
      same([at, property.name, check(property)], [at, property.name, []])
    }
    for (const { arm, domain: deadIn } of analysis.dead ?? [])
      for (const { value, rendered } of seen)
        if (within(value, deadIn))
          same(
            [at, arm, value, rendered.arms.some(({ start }) => start === arm.start)],
            [at, arm, value, false],
          )
    if (analysis.complete) {
      complete++
      const known = new Set(analysis.outcomes.map(({ rendered }) => rendered.text))
      for (const { value, rendered } of seen)
        if (within(value, analysis.domain))
          same([at, value, known.has(rendered.text)], [at, value, true])
    }

    /** Whether it is a text for some speakers of a language: nobody else gets it, nor does its bare tag. */
    function isForSpeakers(value: string | null, { text }: Rendered, domain: string): boolean {
      const others = seen.filter((one) => one.rendered.text === text && within(one.value, domain))
      return (
        [null, ...analysis.languages].every((bare) => by(bare).text !== text) &&
        others.every((one) => spoken(one.value) === spoken(value))
      )
    }

    function check(property: Property): readonly (string | null)[] {
      const { name, status, witness } = property
      if (status === 'proved')
        return seen.flatMap(({ value, rendered }) => {
          checked++
          if (!within(value, property.domain) || !wrong.get(value)!.includes(name)) return []
          return name === 'right-language' && isForSpeakers(value, rendered, property.domain)
            ? []
            : [value]
        })
      if (status !== 'broken') return []
      // Inputs that may be anything are a part of the witness.
      const inputs = new Map(Object.entries(witness!.inputs ?? {}))
      const withInputs = (value: string | null): Rendered => by(value, inputs)
      const found = { value: witness!.value, rendered: withInputs(witness!.value) }
      return faults(question, analysis.languages, withInputs, found).includes(name) &&
        within(found.value, property.domain)
        ? []
        : [witness!.value]
    }
  }
  return { proved, broken, unproved, checked, complete }
}
