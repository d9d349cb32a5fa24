import type { Question } from '../../src/decide/analysis.ts'
import { valueSpace } from '../../src/decide/domains/value-space.ts'
import { type Formula, not } from '../../src/decide/logic/formula.ts'
import { oneOf } from '../../src/decide/logic/predicate.ts'
import { contextFor, isBlank, placeholdersFor } from '../../src/decide/message.ts'
import { piecesOf, textOf } from '../../src/decide/questions/pieces.ts'
import { Pool } from '../../src/decide/solve/pool.ts'
import { Solver } from '../../src/decide/solve/solver.ts'
import { execute } from '../../src/decide/symbolic/execute.ts'
import type { Value } from '../../src/decide/symbolic/value.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { compile } from '../../src/render/compile.ts'
import { print } from '../../src/render/values.ts'
import { parse } from '../../src/syntax/parse.ts'
import { randomFrom, texts } from './machines.ts'
import { randomTemplate } from './random-template.ts'

const characters = ['a', 'b', 'A', '-', ',', ' ', 'ß']
const odd = [
  'K',
  '\u212a',
  '\u0130',
  '😀',
  '\u00a0',
  'a😀b',
  'null',
  'undefined',
  'aab',
  'aaab',
  'abab',
  'a,b,',
  ',,',
  'ab,ab',
  'i\u0307',
  'ss',
  'SS',
]
const real = ['fr-FR,fr;q=0.9,en;q=0.8', 'pt_BR', 'zh_TW_#Hant', '*', 'de', 'fil-PH']

function questionFor(source: string): Question {
  return {
    template: parse(source),
    profile: auth0Sms,
    variables: { application: { name: 'Acme' } },
    domain: 'any',
  }
}

export interface Tally {
  templates: number
  renders: number
  queries: number
  found: number
  open: number
  blind: number
}

/** Throws where a and b differ. */
export function same(a: unknown, b: unknown): void {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  if (left !== right) throw new Error(`foreseen ${left}\nreally   ${right}`)
}

type Inputs = ReadonlyMap<string, unknown>

/** All that the other inputs may be at once. */
export function combinationsOf(inputs: ReadonlyMap<string, readonly unknown[]>): readonly Inputs[] {
  let found: readonly Inputs[] = [new Map()]
  for (const [path, values] of inputs)
    found = found.flatMap((one) => values.map((value) => new Map([...one, [path, value]])))
  return found
}

/** What a piece puts in; an input that is told apart is what it is in this case. */
function insertedBy(value: Value, language: string | null, inputs: Inputs): string | undefined {
  const path = value.kind === 'unknown' ? value.key.replace(/^input /, '') : ''
  return inputs.has(path) ? print(inputs.get(path)) : textOf(value, language, '123456')
}

/**
 * What is foreseen for a value is what LiquidJS renders, and every query in a finite domain equals brute force.
 * @param runs how many templates, from as many seeds
 */
export function checkTemplates(seed: number, runs: number): Tally {
  const tally: Tally = { templates: 0, renders: 0, queries: 0, found: 0, open: 0, blind: 0 }
  const values = [null, ...texts(characters, 3), ...odd, ...real]
  for (let i = 0; i < runs; i++) {
    const random = randomFrom(seed + i)
    const source = randomTemplate(random)
    const question = questionFor(source)
    const compiled = compile(source)
    if (!compiled.ok || question.template.errors.length > 0) continue
    const program = execute(question)
    if (program.undecided) {
      tally.blind++
      continue
    }
    const at = `seed ${seed + i}: ${source}`
    const { formulas } = program
    const pieces = piecesOf(question, program)
    // Every fifth template on all values, the rest on a sample.
    const sample = i % 5 === 0 ? values : values.filter((_, j) => j < 60 || random() < 0.15)
    const pool = new Pool(formulas)
    const ways = combinationsOf(program.inputs)
    const given = sample.map((value) => ({
      value,
      domain: 'any' as const,
      inputs: ways[Math.floor(random() * ways.length)]!,
    }))
    for (const entry of given) pool.add(entry)
    const surely = (formula: Formula, j: number): boolean =>
      (pool.bits(formula)[j >> 5]! & (1 << (j & 31))) !== 0
    let exact = true
    for (const [j, { value, inputs }] of given.entries()) {
      const parts: (string | undefined)[] = []
      for (const piece of pieces.list) {
        if (surely(piece.when, j)) parts.push(insertedBy(piece.value, value, inputs))
        else if (!surely(not(piece.when), j)) parts.push(undefined)
      }
      if (parts.includes(undefined)) {
        exact = false
        continue
      }
      const context = contextFor(question, value, '123456', inputs)
      const rendered = compiled.compiled.render(context, placeholdersFor(question, context))
      tally.renders++
      if (!rendered.ok) {
        exact = false
        continue
      }
      const foreseen = parts.join('').replaceAll('@@password@@', '123456')
      same({ at, value, text: foreseen }, { at, value, text: rendered.rendered.text })
      const visible = formulas.or(...pieces.visible)
      const shown = !isBlank(rendered.rendered.text)
      same({ at, value, hidden: surely(not(visible), j) && shown }, { at, value, hidden: false })
      same({ at, value, shown: surely(visible, j) && !shown }, { at, value, shown: false })
      const entered = new Set(rendered.rendered.arms.map(({ start }) => start))
      for (const { arm, when } of program.arms)
        if (surely(when, j) || surely(not(when), j))
          same(
            { at, value, arm: arm.start, entered: surely(when, j) },
            {
              at,
              value,
              arm: arm.start,
              entered: entered.has(arm.start),
            },
          )
    }
    tally.templates++
    if (!exact) continue
    const listed = values.filter(() => random() < 0.1)
    const strings = listed.filter((value) => value !== null)
    const within = listed.includes(null)
      ? formulas.within(oneOf(strings))
      : formulas.and(formulas.within(oneOf(strings)), not(formulas.atom({ kind: 'nil' })))
    const asked = [
      not(formulas.or(...pieces.visible)),
      not(formulas.or(...pieces.code)),
      ...program.arms.map(({ when }) => when),
      ...pieces.list.map(({ when }) => not(when)),
      ...pieces.list
        .slice(0, 6)
        .flatMap(({ when }, k) =>
          pieces.list
            .slice(k + 1, 6)
            .flatMap((other) => [
              formulas.and(when, other.when),
              formulas.and(when, not(other.when)),
              formulas.and(not(when), not(other.when)),
            ]),
        ),
    ].map((formula) => formulas.and(formula, within))
    const solver = new Solver(
      formulas,
      program.inputs,
      valueSpace({ profile: auth0Sms }),
      [],
      false,
      Date.now() + 20_000,
    )
    const brute = new Pool(formulas)
    for (const value of listed)
      for (const inputs of ways) brute.add({ value, domain: 'any', inputs })
    for (const formula of asked) {
      const answer = solver.find(formula, 'any')
      tally.queries++
      if (answer.kind === 'open') {
        tally.open++
        continue
      }
      const truth = brute.find(formula, 'any')
      if (answer.kind === 'some' && !answer.sure) continue
      if (answer.kind === 'some') tally.found++
      same(
        { at, formula, answer: answer.kind },
        {
          at,
          formula,
          answer: truth ? 'some' : 'none',
        },
      )
    }
  }
  return tally
}
