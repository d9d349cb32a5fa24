import type { Question } from '../analysis.ts'
import { applyChain, type Chain } from '../logic/chain.ts'
import type { Formula, Formulas } from '../logic/formula.ts'
import { fakeCodeFor } from '../message.ts'
import { renderValue } from '../render-value.ts'
import { execute } from '../symbolic/execute.ts'

/** Sorts values by the message that they get. */
export interface Classifier {
  /** The number of the value's class; classes are numbered as they appear. */
  readonly classOf: (value: string | null) => number
  /** By class: the text of the first value in it, with a fake code; undefined where LiquidJS stops. */
  readonly texts: readonly (string | undefined)[]
}

/** Real logs repeat themselves: so many different values are remembered. */
const mostRemembered = 500_000

/**
 * Compiles a template for sorting many values: formulas decide, LiquidJS renders once for each class. Values
 * that the message shows (`{{ request_language }}`) do not make a class of their own.
 * @returns undefined where the template cannot be decided by the language value alone
 */
export function classifier(question: Question): Classifier | undefined {
  const program = execute(question)
  const { formulas } = program
  const decided = formulas.atoms.every(
    (atom) => atom === undefined || atom.kind === 'text' || atom.kind === 'nil',
  )
  if (program.undecided || !decided) return undefined
  const guards = [...new Set(program.pieces.map(({ when }) => when))].filter((when) => when > 1)
  const evaluate = evaluator(formulas, guards)
  const code = fakeCodeFor(question.template.source)
  const texts: (string | undefined)[] = []
  const classes = new Map<string, number>()
  const known = new Map<string | null, number>()
  const find = (value: string | null): number => {
    const key = evaluate(value)
    let number = classes.get(key)
    if (number === undefined) {
      const result = renderValue(question, value, code)
      number = texts.push(result.ok ? result.rendered.text : undefined) - 1
      classes.set(key, number)
    }
    return number
  }
  return {
    texts,
    classOf: (value) => {
      let number = known.get(value)
      if (number === undefined) {
        number = find(value)
        if (known.size < mostRemembered) known.set(value, number)
      }
      return number
    },
  }
}

/** The truths of formulas for a value, as a text of their bits. */
function evaluator(
  formulas: Formulas,
  guards: readonly Formula[],
): (value: string | null) => string {
  const order = neededFor(formulas, guards)
  const truths = new Uint8Array(formulas.size)
  truths[0] = 1
  const chains = [
    ...new Map(
      order.flatMap((node) => chainAt(formulas, node) ?? []).map((chain) => [chain.key, chain]),
    ).values(),
  ]
  const chainOf = order.map((node) =>
    chains.findIndex(({ key }) => key === chainAt(formulas, node)?.key),
  )
  const width = Math.ceil(guards.length / 16)
  return (value) => {
    const filtered = value === null ? [] : chains.map((chain) => applyChain(chain, value))
    for (let i = 0; i < order.length; i++) {
      const node = order[i]!
      const atom = formulas.atoms[node]
      if (atom?.kind === 'text')
        truths[node] = Number(
          value === null ? atom.onNil : atom.predicate.test(filtered[chainOf[i]!]!),
        )
      else if (atom) truths[node] = Number(value === null)
      else {
        let all = 1
        for (const part of formulas.parts[node]!)
          if (truths[part >> 1] === part % 2) {
            all = 0
            break
          }
        truths[node] = all
      }
    }
    const words = new Array<number>(width).fill(0)
    guards.forEach((guard, i) => {
      if (truths[guard >> 1] !== guard % 2) words[i >> 4] = words[i >> 4]! | (1 << (i & 15))
    })
    return String.fromCharCode(...words)
  }
}

function chainAt(formulas: Formulas, node: number): Chain | undefined {
  const atom = formulas.atoms[node]
  return atom?.kind === 'text' ? atom.chain : undefined
}

/** The nodes below the guards; parts come before what they are part of, as they were made. */
function neededFor(formulas: Formulas, guards: readonly Formula[]): readonly number[] {
  const needed = new Set<number>()
  const stack = guards.map((guard) => guard >> 1)
  while (stack.length > 0) {
    const node = stack.pop()!
    if (needed.has(node) || node === 0) continue
    needed.add(node)
    for (const part of formulas.parts[node] ?? []) stack.push(part >> 1)
  }
  return [...needed].sort((a, b) => a - b)
}
