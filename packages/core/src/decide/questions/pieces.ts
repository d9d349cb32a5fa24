import { print } from '../../render/values.ts'
import type { Question } from '../analysis.ts'
import { applyChain } from '../logic/chain.ts'
import { type Formula, type Formulas, no, not, yes } from '../logic/formula.ts'
import { blank, occurs, unseen } from '../logic/predicate.ts'
import { contextFor, isBlank, placeholdersFor } from '../message.ts'
import { printedChain } from '../symbolic/apply.ts'
import type { Emission, Program } from '../symbolic/program.ts'
import type { Value } from '../symbolic/value.ts'

/** What the questions ask of everything that is put into a message, in order. */
export interface Pieces {
  readonly formulas: Formulas
  readonly list: readonly Emission[]
  /** By piece: where it shows at least one character. */
  readonly visible: readonly Formula[]
  /** By piece: where it holds at least one code, and at least two. */
  readonly code: readonly Formula[]
  readonly twoCodes: readonly Formula[]
  /** Where the code of a piece stands in an origin-bound last line, and so is not counted. */
  readonly bound: readonly Formula[]
}

/** Placeholders that stand for the code: `@@password@@`. */
const codePlaceholders = ({ profile }: Question): readonly string[] =>
  Object.entries(profile.placeholders)
    .filter(([, variable]) => profile.codeVariables.includes(variable))
    .map(([name]) => `@@${name}@@`)

/** States where each piece of a message shows something and holds a code. */
export function piecesOf(question: Question, { formulas, pieces: list }: Program): Pieces {
  const codes = codePlaceholders(question)
  const values = placeholdersFor(question, contextFor(question, null, '123456'))
  const filled = (text: string): string =>
    text.replace(/@@([^@\s]+)@@/g, (whole, name: string) => values[name] ?? whole)
  const visible = list.map(({ when, value }) =>
    formulas.and(
      when,
      visibleIn(formulas, value, (text) => !isBlank(filled(text))),
    ),
  )
  const count = (least: number) =>
    list.map(({ when, value }) => formulas.and(when, codesIn(formulas, value, codes, least)))
  const twoCodes = count(2)
  const code = count(1)
  return { formulas, list, visible, code, twoCodes, bound: boundLines(formulas, list, code, codes) }
}

function visibleIn(formulas: Formulas, value: Value, shows: (text: string) => boolean): Formula {
  if (value.kind === 'constant') return shows(print(value.value)) ? yes : no
  const chain = printedChain(value)
  if (chain) return not(formulas.text(chain, unseen(isBlank)))
  if (value.kind === 'unknown')
    return formulas.atom({ ...value, kind: 'unknown', key: `visible ${value.key}` })
  return value.kind === 'blank' ? no : yes
}

function codesIn(
  formulas: Formulas,
  value: Value,
  codes: readonly string[],
  least: number,
): Formula {
  if (value.kind === 'constant') {
    const text = print(value.value)
    const found = codes.reduce((sum, code) => sum + text.split(code).length - 1, 0)
    return found >= least ? yes : no
  }
  if (value.kind === 'code') return least === 1 ? yes : no
  const chain = printedChain(value)
  if (chain) {
    // Two different placeholders in one inserted value are not told from one.
    return formulas.or(...codes.map((code) => formulas.text(chain, occurs(code, least))))
  }
  if (value.kind !== 'unknown' || value.free) return no
  return formulas.atom({ ...value, kind: 'unknown', key: `${least} codes in ${value.key}` })
}

/** `@host #` at the start of a line, https://wicg.github.io/sms-one-time-codes/ */
const beforeCode = /(?:^|\n)@\S+ #$/

/** Where the code of a piece ends the message as `@host #code`: nothing but white space follows. */
function boundLines(
  formulas: Formulas,
  list: readonly Emission[],
  code: readonly Formula[],
  codes: readonly string[],
): readonly Formula[] {
  const candidates = list.map((_, i) => code[i] !== no && endsBound(list, i, codes))
  if (!candidates.includes(true)) return list.map(() => no)
  let followed: Formula = no
  const bound: Formula[] = []
  for (let i = list.length - 1; i >= 0; i--) {
    bound[i] = candidates[i] ? formulas.and(code[i]!, not(followed)) : no
    const { when, value } = list[i]!
    const solid =
      value.kind === 'constant'
        ? /\S/.test(print(value.value))
          ? yes
          : no
        : solidIn(formulas, value)
    followed = formulas.or(followed, formulas.and(when, solid))
  }
  return bound
}

function solidIn(formulas: Formulas, value: Value): Formula {
  const chain = printedChain(value)
  if (chain) return not(formulas.text(chain, blank))
  return value.kind === 'blank' ? no : yes
}

function endsBound(list: readonly Emission[], at: number, codes: readonly string[]): boolean {
  const { when, value } = list[at]!
  let before = ''
  for (let i = at - 1; i >= 0 && list[i]!.when === when; i--) {
    const earlier = list[i]!.value
    if (earlier.kind !== 'constant') break
    before = print(earlier.value) + before
  }
  if (value.kind === 'code') return beforeCode.test(before)
  if (value.kind !== 'constant') return false
  const text = print(value.value)
  const code = codes.find((name) => text.trimEnd().endsWith(name))
  return code !== undefined && beforeCode.test(before + text.trimEnd().slice(0, -code.length))
}

/**
 * What one piece puts into the message for a value; undefined where that is unknown.
 * @internal for tests
 */
export function textOf(value: Value, language: string | null, code: string): string | undefined {
  if (value.kind === 'constant') return print(value.value)
  if (value.kind === 'code') return code
  if (value.kind === 'unknown') return value.known && print(value.known.value)
  if (language === null) return undefined
  if (value.kind === 'size') {
    const text = applyChain(value.chain, language)
    return value.separator === undefined ? String(text.length) : undefined
  }
  const chain = printedChain(value)
  return chain && applyChain(chain, language)
}
