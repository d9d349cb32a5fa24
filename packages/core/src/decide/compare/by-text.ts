import { type Formula, type Formulas, no, not } from '../logic/formula.ts'
import type { Program } from '../symbolic/program.ts'
import type { Value } from '../symbolic/value.ts'
import type { ChangeClass } from './classes.ts'

/**
 * The classes of inputs that lose or gain each piece of text, in place of all the messages that the pieces of
 * independent blocks add up to. Together they hold every input whose message changes; some may hold none.
 * @param differs where messages differ
 * @returns with the texts that are lost and gained; the last one without, where the same texts are put together otherwise
 */
export function textClasses(
  formulas: Formulas,
  differs: Formula,
  before: readonly Unit[],
  after: readonly Unit[],
): readonly ChangeClass[] {
  const [old, young] = [byText(formulas, before), byText(formulas, after)]
  const classes = new Map<Formula, { readonly lost: string[]; readonly gained: string[] }>()
  const note = (when: Formula, which: 'lost' | 'gained', text: string): void => {
    if (when === no) return
    const known = classes.get(when) ?? { lost: [], gained: [] }
    classes.set(when, known)
    known[which].push(text)
  }
  for (const text of new Set([...old.keys(), ...young.keys()])) {
    if (text.trim() === '') continue
    const [was, is] = [old.get(text) ?? no, young.get(text) ?? no]
    note(formulas.and(was, not(is)), 'lost', text)
    note(formulas.and(is, not(was)), 'gained', text)
  }
  return [
    ...[...classes].map(([when, { lost, gained }]) => ({
      when: formulas.and(differs, when),
      texts: [lost.join(' … '), gained.join(' … ')] as const,
    })),
    { when: formulas.and(differs, ...[...classes.keys()].map(not)) },
  ]
}

/** A piece of text that is put in as a whole. */
export interface Unit {
  readonly when: Formula
  readonly text: string
}

/** The pieces of a program, neighbours with the same condition made one. */
export function unitsOf({ pieces }: Program, textOf: (value: Value) => string): readonly Unit[] {
  const units: { when: Formula; text: string }[] = []
  for (const { when, value } of pieces) {
    const last = units.at(-1)
    if (last?.when === when) last.text += textOf(value)
    else units.push({ when, text: textOf(value) })
  }
  return units
}

function byText(formulas: Formulas, units: readonly Unit[]): ReadonlyMap<string, Formula> {
  const found = new Map<string, Formula>()
  for (const { when, text } of units) found.set(text, formulas.or(found.get(text) ?? no, when))
  return found
}
