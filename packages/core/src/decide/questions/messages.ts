import type { Span } from '../../text/span.ts'
import type { Entry } from '../solve/pool.ts'
import { Pool } from '../solve/pool.ts'
import type { Because } from '../solve/solver.ts'
import { printedChain } from '../symbolic/apply.ts'
import { print } from '../symbolic/engine-values.ts'
import { type Formula, type Formulas, not, yes } from '../symbolic/formula.ts'
import type { Judge } from './judge.ts'

/** Messages as what makes them: which pieces are put in. White space and inserted values do not count. */
export interface Messages {
  /** Where the message is made as for the bare value of a supported language (by index). */
  readonly of: (language: number) => Formula
  /** Where the pieces that this language gets are put in, whatever else is. */
  readonly atLeast: (language: number) => Formula
  /** Where the message is made as for a missing value, and where at least its pieces are put in. */
  readonly fallback: Formula
  readonly atLeastFallback: Formula
  /** Where it is made as for these inputs. */
  readonly madeAsFor: (entry: Entry) => Formula
  /** Whether it is known how the message for concrete inputs is made. */
  readonly told: (entry: Entry) => boolean
  /** Says which inputs will be asked about, so that all of them are evaluated together. */
  readonly foresee: (entries: readonly Entry[]) => void
  /** The words of the message for concrete inputs. */
  readonly textFor: (entry: Pick<Entry, 'value' | 'inputs'>) => string
  /** The arms that concrete inputs enter; undefined where that is not known. */
  readonly armsFor: (entry: Entry) => readonly Span[] | undefined
  /** The pieces with words in the message for concrete inputs. */
  readonly sitesFor: (entry: Entry) => readonly Span[]
  /** Why messages cannot be told apart. */
  readonly open?: Because
}

/** Several questions ask for them. */
const known = new WeakMap<Judge, Messages>()

export function messagesOf(judge: Judge): Messages {
  const messages = known.get(judge) ?? make(judge)
  known.set(judge, messages)
  return messages
}

function make(judge: Judge): Messages {
  const { formulas, list } = judge.pieces
  const telling = list.filter(({ value }) => value.kind !== 'blank' && !isSpace(wordsOf(value)))
  const guards = [...new Set(telling.map(({ when }) => when))].filter((when) => when !== yes)
  const none = noneOf(formulas, guards)
  const pool = new Pool(formulas)
  const indices = new Map<string, number>()
  const indexOf = ({ value, inputs }: Pick<Entry, 'value' | 'inputs'>): number => {
    const key = JSON.stringify([value, ...inputs])
    let index = indices.get(key)
    if (index === undefined) {
      index = pool.entries.length
      indices.set(key, index)
      pool.add({ value, inputs, domain: 'any' })
    }
    return index
  }
  const holds = (formula: Formula, index: number): boolean =>
    (pool.bits(formula)[index >> 5]! & (1 << (index & 31))) !== 0
  const inputs = combinations(judge)
  const madeAs = (value: string | null, combination: ReadonlyMap<string, unknown>): Formula => {
    const index = indexOf({ value, inputs: combination })
    return formulas.and(...among(combination), none.but(guards.map((guard) => holds(guard, index))))
  }
  const among = (combination: ReadonlyMap<string, unknown>): readonly Formula[] =>
    [...combination].map(([path, one]) => formulas.atom({ kind: 'input', path, value: one }))
  const anyInputs = (value: string | null): Formula =>
    formulas.or(...inputs.map((combination) => madeAs(value, combination)))
  const atLeast = (value: string | null): Formula =>
    formulas.or(
      ...inputs.map((combination) => {
        const index = indexOf({ value, inputs: combination })
        return formulas.and(...among(combination), ...guards.filter((guard) => holds(guard, index)))
      }),
    )
  // All at once, so that they are evaluated together.
  for (const combination of inputs)
    for (const value of [null, ...judge.languages]) indexOf({ value, inputs: combination })
  const made = new Map<number, Formula>()
  const words = telling.map(({ value }) => wordsOf(value))
  const texts: string[] = []
  const textAt = (index: number): string =>
    words
      .filter((_, i) => holds(telling[i]!.when, index))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
  const told = (index: number): boolean =>
    guards.every((guard) => holds(guard, index) || holds(not(guard), index))
  const open = pool.entries.every((_, index) => told(index)) ? undefined : openFor(judge)
  return {
    of: (language) => {
      let formula = made.get(language)
      if (formula === undefined) {
        formula = anyInputs(judge.languages[language]!)
        made.set(language, formula)
      }
      return formula
    },
    atLeast: (language) => atLeast(judge.languages[language]!),
    fallback: anyInputs(null),
    atLeastFallback: atLeast(null),
    madeAsFor: (entry) => madeAs(entry.value, entry.inputs),
    told: (entry) => told(indexOf(entry)),
    foresee: (entries) => {
      for (const entry of entries) indexOf(entry)
    },
    textFor: (entry) => {
      const index = indexOf(entry)
      const text = texts[index] ?? textAt(index)
      texts[index] = text
      return text
    },
    armsFor: (entry) => {
      const index = indexOf(entry)
      const { arms } = judge.program
      const entered = arms.filter(({ when }) => holds(when, index))
      const isKnown = entered.length === arms.filter(({ when }) => !holds(not(when), index)).length
      return isKnown ? entered.map(({ arm }) => arm) : undefined
    },
    sitesFor: (entry) => {
      const index = indexOf(entry)
      return telling
        .filter(({ when, value }) => holds(when, index) && /\p{L}/u.test(wordsOf(value)))
        .map(({ span }) => span)
    },
    ...(open && { open }),
  }
}

/** Conjunctions of formulas and negated formulas that share their negated stretches. */
export function noneOf(
  formulas: Formulas,
  guards: readonly Formula[],
): { readonly but: (held: readonly boolean[]) => Formula } {
  const before: Formula[] = [yes]
  for (const [i, guard] of guards.entries()) before.push(formulas.and(before[i]!, not(guard)))
  const after: Formula[] = []
  after[guards.length] = yes
  for (let i = guards.length - 1; i >= 0; i--)
    after[i] = formulas.and(after[i + 1]!, not(guards[i]!))
  return {
    but: (held) => {
      const first = held.indexOf(true)
      if (first < 0) return before[guards.length]!
      const last = held.lastIndexOf(true)
      const between = guards
        .slice(first, last + 1)
        .map((guard, i) => (held[first + i] ? guard : not(guard)))
      return formulas.and(before[first]!, ...between, after[last + 1]!)
    },
  }
}

const isSpace = (text: string): boolean => text.trim() === ''

/** A piece as words: what is inserted stands for itself, whatever it is. */
function wordsOf(value: Parameters<typeof printedChain>[0]): string {
  if (value.kind === 'constant') return print(value.value)
  if (value.kind === 'code') return '{code}'
  if (value.kind === 'unknown') return `{${value.key}}`
  if (value.kind === 'size') return `{size ${value.chain.key}}`
  return `{${printedChain(value)?.key ?? ''}}`
}

function combinations({ program }: Judge): readonly ReadonlyMap<string, unknown>[] {
  let found: ReadonlyMap<string, unknown>[] = [new Map()]
  for (const [path, values] of program.inputs)
    found = found.flatMap((one) => values.map((value) => new Map([...one, [path, value]])))
  return found
}

function openFor({ pieces }: Judge): Because {
  const atom = pieces.formulas.atoms.find((one) => one?.kind === 'unknown')
  return atom?.kind === 'unknown'
    ? { reason: atom.reason, span: atom.span }
    : { reason: 'something unknown' }
}
