import { languageTests } from '../language-tests.ts'
import { type Candidate, searchValues } from '../search/values.ts'
import type { Change } from './difference.ts'
import { inputCombinations } from './input-combinations.ts'
import type { Inputs, Pair } from './pair.ts'

export interface Found {
  readonly changes: readonly Change[]
  /** How many values were rendered. */
  readonly tried: number
  /** Whether time was left for all of them. */
  readonly whole: boolean
}

/** Milliseconds after the deadline for rendering what was found once more, with all that is to be told. */
const grace = 500

type Tried = Omit<Candidate, 'inputs'> & Inputs

/**
 * Compares what two templates make of many values, by rendering both: those that the literals of either call
 * for and those that real clients send, as far as the domain has them, or those that are listed.
 * @param deadline milliseconds of `Date.now()`
 */
export function searchDifference(pair: Pair, deadline: number): Found {
  const { before, after } = pair
  const classes = new Map<string, [Tried, ...Tried[]]>()
  let tried = 0
  let whole = true
  const combinations = inputCombinations([pair.before.question, pair.after.question])
  for (const { value, real } of candidatesFor(pair))
    for (const inputs of combinations) {
      if (Date.now() > deadline) {
        whole = false
        break
      }
      tried++
      const texts = [before.text({ value, inputs }), after.text({ value, inputs })]
      if (texts[0] === texts[1]) continue
      const key = keyOf(texts)
      const known = classes.get(key)
      if (known === undefined) classes.set(key, [{ value, real, inputs }])
      else known.push({ value, real, inputs })
    }
  const changes: Change[] = []
  for (const found of classes.values()) {
    if (Date.now() > deadline + grace) whole = false
    else changes.push(changeOf(found, pair))
  }
  return { changes, tried, whole }
}

/** Names what changes: undefined stands for no message. */
export const keyOf = (texts: readonly (string | undefined)[]): string =>
  JSON.stringify(texts.map((text) => text ?? null))

function changeOf(
  found: readonly [Tried, ...Tried[]],
  { before, after, languages, space }: Pair,
): Change {
  const values = found.map((candidate) => candidate.value)
  const first = found.find(({ value }) => value === null) ?? found[0]
  const real = found.filter((candidate) => candidate.real).map(({ value }) => value)
  return {
    value: first.value,
    realistic: [...new Set(real)],
    languages: languages.filter((language) => values.includes(language)),
    domain: space.domainOf(real[0] ?? first.value),
    ...(first.inputs.size > 0 && { inputs: Object.fromEntries(first.inputs) }),
    before: before.rendered(first),
    after: after.rendered(first),
  }
}

function candidatesFor({ before, after, languages, space }: Pair): readonly Candidate[] {
  const { domain } = after.question
  const { held, has } = space
  if (typeof domain !== 'string') return domain.map((value) => ({ value: held(value), real: true }))
  const tests = [after, before].flatMap(({ question: { template, profile } }) =>
    languageTests(template, profile.languageVariable),
  )
  return searchValues(tests, languages)
    .filter(({ value }) => has(value, domain))
    .map(({ value, real }) => ({ value: held(value), real }))
}
