import type { DomainName } from '../../language/domain.ts'
import { replacePlaceholders } from '../../render/parts.ts'
import { print } from '../../render/values.ts'
import type { Question } from '../analysis.ts'
import { Undecided } from '../filters/operator.ts'
import type { Chain } from '../logic/chain.ts'
import { contextFor, placeholdersFor } from '../message.ts'
import { printedChain } from '../symbolic/apply.ts'
import type { Program } from '../symbolic/program.ts'
import { keyOf } from '../symbolic/unknown.ts'
import type { Value } from '../symbolic/value.ts'
import type { Pair } from './pair.ts'
import type { Programs } from './programs.ts'

/**
 * Messages as texts in which a sign stands for each thing that is not known in advance: the code, what the
 * caller asked for, the application's name. Messages with the same signs are the same message.
 */
export interface Letters {
  /** What a value puts into messages of the old or the new template. */
  readonly textOf: (side: Side, value: Value) => string
  /** Why different texts may be the same message for some inputs; undefined where they never are. */
  readonly doubt: (before: string, after: string) => Doubt | undefined
  /** What stands for a template that Liquid rejects. */
  readonly stops: string
  /** A text for people: signs replaced by what they stand for, as far as that is the same in all messages. */
  readonly readable: (text: string) => string
}

export type Side = 0 | 1

export interface Doubt {
  readonly reason: string
  /** For what the question gives the variables, one rendering tells. */
  readonly given: boolean
}

interface Sign {
  /** What stands there in every message, if that is known. */
  readonly shown?: string
  /** Why it may be the same text as something else; the code is never. */
  readonly doubt?: string
}

/** Before each sign, and before itself where a template holds it. */
const mark = '\ue000'

/** @throws Undecided where placeholders mean something else in each template and cannot be told apart */
export function lettersFor(
  { before, after, code }: Pair,
  both: Programs,
  domain: DomainName,
): Letters {
  const questions = [before.question, after.question]
  const programs = [both.before, both.after]
  const signs: Sign[] = []
  const indices = new Map<string, number>()
  const sign = (key: string, one: Sign): string => {
    let index = indices.get(key)
    if (index === undefined) {
      index = signs.push(one) - 1
      indices.set(key, index)
    }
    return mark + String.fromCharCode(index + 1)
  }
  const codeSign = sign('code', { shown: code })
  const stops = sign('stops', { shown: '' })
  const fixed = questions.map((question) => fixedPlaceholders(question, code))
  const plain = programs.every((program, i) => standAlone(program, fixed[i]!, domain))
  if (!plain && JSON.stringify(fixed[0]) !== JSON.stringify(fixed[1]))
    throw new Undecided('the templates have other placeholders')

  const constant = (side: Side, text: string): string => {
    const escaped = text.replaceAll(mark, mark + mark)
    return plain ? replacePlaceholders(escaped, signsFor(fixed[side]!)) : escaped
  }
  const signsFor = (placeholders: Fixed): Record<string, string> =>
    Object.fromEntries(
      Object.entries(placeholders).map(([name, { path, value }]) => [
        name,
        path === undefined ? codeSign : given(`input ${path}`, `${path} may be any text`, value),
      ]),
    )
  const given = (key: string, doubt: string, value: unknown): string =>
    sign(`${key} ${JSON.stringify(value)}`, { doubt, shown: print(value) })

  return {
    textOf: (side, value) => {
      if (value.kind === 'constant') return constant(side, print(value.value))
      if (value.kind === 'code') return codeSign
      if (value.kind !== 'unknown')
        return sign(printedChain(value)?.key ?? keyOf(value), { doubt: showsItself })
      if (value.known) return given(value.key, value.reason, value.known.value)
      return sign(value.key, { doubt: value.reason })
    },
    stops,
    doubt: (before, after) => {
      const [start, end] = common(before, after)
      const doubts = [before, after]
        .flatMap((text) => partsOf(text.slice(start, text.length - end)))
        .flatMap((part): readonly Doubt[] => {
          const { doubt: reason, shown } = typeof part === 'number' ? signs[part]! : {}
          return reason === undefined ? [] : [{ reason, given: shown !== undefined }]
        })
      return doubts.find(({ given: known }) => !known) ?? (plain ? doubts[0] : besides)
    },
    readable: (text) =>
      partsOf(text)
        .map((part) => (typeof part === 'number' ? (signs[part]!.shown ?? '…') : part))
        .join(''),
  }
}

const showsItself = 'the message shows the value itself'

const besides: Doubt = { reason: 'a placeholder may be put together from parts', given: false }

/** A text cut at its signs. */
function partsOf(text: string): readonly (string | number)[] {
  const parts: (string | number)[] = []
  for (const [whole] of text.matchAll(/\ue000.|[^\ue000]+/gs)) {
    if (whole === mark + mark) parts.push(mark)
    else parts.push(whole.startsWith(mark) ? whole.charCodeAt(1) - 1 : whole)
  }
  return parts
}

/** How much of two texts is the same at the start and at the end, no sign cut in two. */
function common(a: string, b: string): readonly [start: number, end: number] {
  const [left, right] = [symbolsOf(a), symbolsOf(b)]
  const most = Math.min(left.length, right.length)
  let start = 0
  while (start < most && left[start] === right[start]) start++
  let end = 0
  while (end < most - start && left.at(-1 - end) === right.at(-1 - end)) end++
  return [left.slice(0, start).join('').length, end && left.slice(-end).join('').length]
}

const symbolsOf = (text: string): readonly string[] => text.match(/\ue000.|./gs) ?? []

/** By name: a placeholder that is the same text in all messages; without a path it is the code. */
type Fixed = Readonly<Record<string, { readonly path?: string; readonly value: string }>>

function fixedPlaceholders(question: Question, code: string): Fixed {
  const { placeholders, codeVariables, languageVariable } = question.profile
  const values = placeholdersFor(question, contextFor(question, 'x', code))
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const path = placeholders[name]!
      if (codeVariables.includes(path)) return [[name, { value }]]
      return path === languageVariable ? [] : [[name, { path, value }]]
    }),
  )
}

/** Whether each placeholder lies within one constant, so that it can be replaced before all is put together. */
function standAlone(program: Program | undefined, fixed: Fixed, domain: DomainName): boolean {
  const spaces = Object.fromEntries(Object.keys(fixed).map((name) => [name, ' ']))
  return (program?.pieces ?? []).every(({ value }) => {
    if (value.kind === 'constant') {
      const rest = replacePlaceholders(print(value.value), spaces)
      return !rest.includes('@@') && !rest.endsWith('@')
    }
    if (value.kind === 'unknown') return value.free
    const chain = printedChain(value)
    return chain === undefined || (domain !== 'any' && !putsIn(chain, '@'))
  })
}

/** Whether a filter of a chain may put in a text; no header has an at sign of its own. */
const putsIn = ({ operators }: Chain, text: string): boolean =>
  operators.some(({ constants }) => constants.some((constant) => constant.includes(text)))
