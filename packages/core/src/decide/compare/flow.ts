import { type Formula, no, not, yes } from '../logic/formula.ts'
import { goTogether } from '../questions/lengths.ts'
import type { Emission, EnteredArm, Program } from '../symbolic/program.ts'
import type { Value } from '../symbolic/value.ts'

/** What is put into a message from here on. Equal flows of one store are the same object. */
export type Flow = End | TextFlow | Choice

interface Numbered {
  readonly id: number
  /** The most steps to its end. */
  readonly length: number
  /** In how many ways it can be gone through. */
  readonly paths: number
}

interface End extends Numbered {
  readonly kind: 'end'
}

/** A text that is not empty, and then what follows it. */
export interface TextFlow extends Numbered {
  readonly kind: 'text'
  readonly text: string
  readonly next: Flow
}

/** Exactly one of the ways is taken by all inputs that get here. */
export interface Choice extends Numbered {
  readonly kind: 'choice'
  readonly ways: readonly Way[]
}

interface Way {
  readonly when: Formula
  readonly flow: Flow
}

/** Makes flows, each one once. */
export interface Flows {
  readonly end: Flow
  readonly text: (text: string, next: Flow) => Flow
  readonly choice: (ways: readonly Way[]) => Flow
}

export function makeFlows(): Flows {
  const known = new Map<string, Flow>()
  const once = (key: string, make: (id: number) => Flow): Flow => {
    let flow = known.get(key)
    if (flow === undefined) {
      flow = make(known.size)
      known.set(key, flow)
    }
    return flow
  }
  return {
    end: once('', (id) => ({ kind: 'end', id, length: 0, paths: 1 })),
    text: (text, next) => {
      if (text === '') return next
      if (next.kind === 'text') return textBefore(text + next.text, next.next)
      return textBefore(text, next)
    },
    choice: (all) => {
      const ways = all.filter(({ when }) => when !== no)
      const [first] = ways
      if (first && ways.every(({ flow }) => flow === first.flow)) return first.flow
      return once(ways.map(({ when, flow }) => `${when}:${flow.id}`).join(), (id) => {
        const length = 1 + Math.max(...ways.map(({ flow }) => flow.length))
        const paths = ways.reduce((sum, { flow }) => sum + flow.paths, 0)
        return { kind: 'choice', id, length, paths, ways }
      })
    },
  }

  function textBefore(text: string, next: Flow): Flow {
    const { length, paths } = next
    return once(`${next.id} ${text}`, (id) => ({
      kind: 'text',
      id,
      length: length + 1,
      paths,
      text,
      next,
    }))
  }
}

/**
 * A program as a flow: arms that exclude each other are ways of one choice, whatever else has a condition is
 * there or not.
 * @param textOf what a value puts in
 */
export function flowOf(
  flows: Flows,
  { formulas, pieces, arms }: Program,
  textOf: (value: Value) => string,
): Flow {
  const armsOf = new Map<object, EnteredArm[]>()
  for (const arm of arms) armsOf.set(arm.block, [...(armsOf.get(arm.block) ?? []), arm])

  const blockAt = (piece: Emission, depth: number): EnteredArm['block'] | undefined => {
    const arm = piece.within[depth]
    const block = arm === undefined ? undefined : arms[arm]!.block
    return block && !goTogether(block) ? block : undefined
  }

  /** What pieces put in before `next`, where the arms around them up to `depth` are entered, which is `where`. */
  const build = (list: readonly Emission[], depth: number, where: Formula, next: Flow): Flow => {
    const groups = grouped(list, (piece) => blockAt(piece, depth) ?? piece.when)
    return groups.reduceRight((after, [by, group]) => {
      if (typeof by !== 'number') return among(by, group, depth, after)
      const text = flows.text(group.map(({ value }) => textOf(value)).join(''), after)
      if (by === where || by === yes) return text
      return flows.choice([
        { when: by, flow: text },
        { when: not(by), flow: after },
      ])
    }, next)
  }

  const among = (
    block: EnteredArm['block'],
    group: readonly Emission[],
    depth: number,
    after: Flow,
  ): Flow => {
    const entered = armsOf.get(block)!
    const ways = entered.map((arm) => {
      const inside = group.filter(({ within }) => arms[within[depth]!] === arm)
      return { when: arm.when, flow: build(inside, depth + 1, arm.when, after) }
    })
    const none = not(formulas.or(...entered.map(({ when }) => when)))
    const closed = block.arms.some((arm) => arm.kind === 'else')
    return flows.choice(closed ? ways : [...ways, { when: none, flow: after }])
  }

  return build(pieces, 0, yes, flows.end)
}

/** Neighbours with the same key. */
function grouped<T, K>(list: readonly T[], keyOf: (item: T) => K): readonly (readonly [K, T[]])[] {
  const groups: (readonly [K, T[]])[] = []
  for (const item of list) {
    const key = keyOf(item)
    const last = groups.at(-1)
    if (last?.[0] === key) last[1].push(item)
    else groups.push([key, [item]])
  }
  return groups
}
