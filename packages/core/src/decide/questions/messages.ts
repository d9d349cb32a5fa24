import { print } from '../../render/values.ts'
import type { Span } from '../../text/span.ts'
import { type Formula, type Formulas, not, yes } from '../logic/formula.ts'
import type { Entry } from '../solve/pool.ts'
import type { Because } from '../solve/solver.ts'
import { printedChain } from '../symbolic/apply.ts'
import type { Judge } from './judge.ts'
import { Texts } from './texts.ts'

type Inputs = Entry['inputs']

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
  /** Whether a formula surely holds for concrete inputs. */
  readonly holds: (formula: Formula, entry: Pick<Entry, 'value' | 'inputs'>) => boolean
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

export function messagesOf(judge: Judge): Messages {
  const { formulas, list } = judge.pieces
  const telling = list.filter(({ value }) => value.kind !== 'blank' && !isSpace(wordsOf(value)))
  const guards = [...new Set(telling.map(({ when }) => when))].filter((when) => when !== yes)
  const none = noneOf(formulas, guards)
  const words = telling.map(({ when, value }) => ({ when, text: wordsOf(value) }))
  const texts = new Texts(formulas, words, judge.space.nameless)
  const inputs = combinations(judge)
  const madeAs = (value: string | null, combination: Inputs): Formula => {
    const index = texts.indexOf(value, combination)
    const held = guards.map((guard) => texts.holds(guard, index))
    return formulas.and(...among(combination), none.but(held))
  }
  const among = (combination: Inputs): readonly Formula[] =>
    [...combination].map(([path, one]) => formulas.atom({ kind: 'input', path, value: one }))
  const anyInputs = (value: string | null): Formula =>
    formulas.or(...inputs.map((combination) => madeAs(value, combination)))
  const atLeast = (value: string | null): Formula =>
    formulas.or(
      ...inputs.map((combination) => {
        const index = texts.indexOf(value, combination)
        const held = guards.filter((guard) => texts.holds(guard, index))
        return formulas.and(...among(combination), ...held)
      }),
    )
  // All at once, so that they are evaluated together.
  const bare = inputs.flatMap((combination) =>
    [null, ...judge.languages].map((value) => texts.indexOf(value, combination)),
  )
  const open = bare.every((index) => texts.isTold(index)) ? undefined : openFor(judge)
  const made = new Map<number, Formula>()
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
    told: (entry) => texts.isTold(texts.indexOf(entry.value, entry.inputs)),
    holds: (formula, entry) => texts.holds(formula, texts.indexOf(entry.value, entry.inputs)),
    foresee: (entries) => {
      for (const entry of entries) texts.indexOf(entry.value, entry.inputs)
    },
    textFor: (entry) => texts.textAt(texts.indexOf(entry.value, entry.inputs)),
    armsFor: (entry) => {
      const index = texts.indexOf(entry.value, entry.inputs)
      const { arms } = judge.program
      const entered = arms.filter(({ when }) => texts.holds(when, index))
      const possible = arms.filter(({ when }) => !texts.holds(not(when), index))
      return entered.length === possible.length ? entered.map(({ arm }) => arm) : undefined
    },
    sitesFor: (entry) => {
      const index = texts.indexOf(entry.value, entry.inputs)
      return telling
        .filter(({ when, value }) => texts.holds(when, index) && /\p{L}/u.test(wordsOf(value)))
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
