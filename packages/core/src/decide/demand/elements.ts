import type { Alphabet } from '../alphabet/alphabet.ts'
import { type Columns, explore, groupClasses, type Machine, step } from '../automata/machine.ts'
import { minimise } from '../automata/minimise.ts'

/** One element of a list, as `parseAcceptLanguage` reads it. */
export interface ReadElement {
  /** The label of its tag. */
  readonly label: number
  readonly refused: boolean
  readonly parameters: boolean
}

/** What is made of the elements of a list, from left to right; states are small numbers. */
export interface ListReader {
  readonly start: number
  readonly element: (state: number, element: ReadElement) => number
  readonly label: (state: number) => number
  /** Whether the rest of the list changes nothing any more. */
  readonly settled: (state: number) => boolean
}

const phases = ['before', 'tag', 'after', 'parameters'] as const
type Phase = (typeof phases)[number]

interface State {
  readonly phase: Phase
  /** Where the tag machine is; after the tag, -1 less its label. */
  readonly tag: number
  readonly weight: Weight
  readonly reader: number
}

/** How far the first `q` parameter was read; it refuses if it is a number and that number is zero. */
const weights = [
  'segment',
  'q',
  'value',
  'zero',
  'point',
  'fraction',
  'rest',
  'refused',
  'kept',
  'other',
] as const
type Weight = (typeof weights)[number]

const refusing: ReadonlySet<Weight> = new Set(['zero', 'fraction', 'rest', 'refused'])

/** A machine over whole lists, of a machine over single tags. */
export function listMachine(alphabet: Alphabet, tags: Machine, reader: ListReader): Machine {
  const characterOf = (class_: number): string =>
    class_ < alphabet.shared ? alphabet.samples[class_]! : ''
  const special = ' \t,;=.qQ0'
  const columns: Columns = groupClasses(alphabet.size, [
    (class_) => tags.columns[class_]!,
    (class_) => {
      const character = characterOf(class_)
      if (character === '') return 0
      return special.includes(character)
        ? special.indexOf(character) + 2
        : /\d/.test(character)
          ? 1
          : 0
    },
  ])
  const done = (state: State): number =>
    reader.element(state.reader, {
      label: state.tag < 0 ? -1 - state.tag : tags.labels[state.tag]!,
      refused: state.phase === 'parameters' && refusing.has(state.weight),
      parameters: state.phase === 'parameters',
    })
  const labelled = (tag: number): number => (tag < 0 ? tag : -1 - tags.labels[tag]!)
  const fresh = (at: number): State => ({
    phase: 'before',
    tag: tags.start,
    weight: 'segment',
    reader: at,
  })
  // After a tag its label is kept below zero.
  const labels = tags.labels.reduce((most, label) => Math.max(most, label), 0) + 1
  const tagRange = tags.labels.length + labels
  return minimise(
    explore<State>(columns, {
      start: fresh(reader.start),
      // A number: this is asked once per step.
      key: ({ phase, tag, weight, reader: at }) =>
        ((at * tagRange + tag + labels) * weights.length + weights.indexOf(weight)) *
          phases.length +
        phases.indexOf(phase),
      step: (state, class_) => {
        if (state.phase === 'before' && reader.settled(state.reader)) return state
        const character = characterOf(class_)
        if (character === ',') return fresh(done(state))
        if (state.phase === 'parameters')
          return { ...state, weight: weigh(state.weight, character) }
        if (character === ';') return { ...state, phase: 'parameters', tag: labelled(state.tag) }
        if (character === ' ' || character === '\t')
          return state.phase === 'tag'
            ? { ...state, phase: 'after', tag: labelled(state.tag) }
            : state
        // A blank inside: no tag.
        if (state.phase === 'after') return { ...state, tag: -1 }
        return { ...state, phase: 'tag', tag: step(tags, state.tag, class_) }
      },
      label: (state) =>
        reader.label(
          state.phase === 'before' && reader.settled(state.reader) ? state.reader : done(state),
        ),
    }),
  )
}

function weigh(weight: Weight, character: string): Weight {
  const blank = character === ' ' || character === '\t'
  if (character === ';') {
    if (weight === 'segment' || weight === 'q' || weight === 'other') return 'segment'
    return refusing.has(weight) ? 'refused' : 'kept'
  }
  switch (weight) {
    case 'segment':
      return blank ? 'segment' : character === 'q' || character === 'Q' ? 'q' : 'other'
    case 'q':
      return blank ? 'q' : character === '=' ? 'value' : 'other'
    case 'value':
      if (blank) return 'value'
      return character === '0' ? 'zero' : character === '.' ? 'point' : 'kept'
    case 'zero':
      if (character === '0') return 'zero'
      return character === '.' ? 'fraction' : blank ? 'rest' : 'kept'
    case 'point':
      return character === '0' ? 'fraction' : 'kept'
    case 'fraction':
      return character === '0' ? 'fraction' : blank ? 'rest' : 'kept'
    case 'rest':
      return blank ? 'rest' : 'kept'
    default:
      return weight
  }
}
