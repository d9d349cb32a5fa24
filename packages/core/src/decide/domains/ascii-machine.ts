import type { Grammar } from '../../language/grammar.ts'
import { type Alphabet, alphabetFor } from '../alphabet/alphabet.ts'
import type { Machine } from '../automata/machine.ts'
import { grammarMachine } from './grammar-machine.ts'

/** A set of ASCII texts as an automaton that needs no alphabet: what is not ASCII leads nowhere. */
export interface AsciiMachine extends Omit<Machine, 'columns'> {
  /** The column of each ASCII character; column 0 leads nowhere. */
  readonly columns: Uint8Array
}

/** An `AsciiMachine` as text, so that the large ones need not be built. */
export interface PackedMachine {
  readonly states: number
  readonly width: number
  readonly start: number
  /** Runs of numbers in base 36: `a` or, several times, `a*n`. */
  readonly columns: string
  readonly next: string
  readonly labels: string
}

/** The texts of a grammar of ASCII characters. */
export function asciiMachine(grammar: Grammar): AsciiMachine {
  const alphabet = alphabetFor([])
  const machine = grammarMachine(grammar, alphabet)
  const nowhere = machine.columns[alphabet.loneSurrogate]!
  // Column 0 is the one that everything beyond ASCII shares.
  const swapped = (column: number): number =>
    column === nowhere ? 0 : column === 0 ? nowhere : column
  const columns = new Uint8Array(128)
  for (let c = 0; c < alphabet.shared; c++)
    columns[alphabet.samples[c]!.charCodeAt(0)] = swapped(machine.columns[c]!)
  const { start, width, labels } = machine
  const next = machine.next.map((_, i) => machine.next[i - (i % width) + swapped(i % width)]!)
  return { start, width, labels, columns, next }
}

/** The texts of the set that hold none of some ASCII characters. */
export function without(machine: AsciiMachine, characters: string): AsciiMachine {
  const columns = machine.columns.slice()
  for (const character of characters) columns[character.charCodeAt(0)] = 0
  return { ...machine, columns }
}

/** The same machine over the classes of an alphabet. */
export function overAlphabet(machine: AsciiMachine, alphabet: Alphabet): Machine {
  const columns = new Uint16Array(alphabet.size)
  for (let c = 0; c < alphabet.shared; c++)
    columns[c] = machine.columns[alphabet.samples[c]!.charCodeAt(0)]!
  return { ...machine, columns }
}

/** Whether a text is in the set. */
export function acceptsText(
  { start, columns, width, next, labels }: AsciiMachine,
  text: string,
): boolean {
  let state = start
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    state = next[state * width + (unit < 128 ? columns[unit]! : 0)]!
  }
  return labels[state] === 1
}

export const pack = ({ width, start, columns, next, labels }: AsciiMachine): PackedMachine => ({
  states: labels.length,
  width,
  start,
  columns: runsOf(columns),
  next: runsOf(next),
  labels: runsOf(labels),
})

export const unpack = (packed: PackedMachine): AsciiMachine => ({
  width: packed.width,
  start: packed.start,
  columns: filled(new Uint8Array(128), packed.columns),
  next: filled(new Int32Array(packed.states * packed.width), packed.next),
  labels: filled(new Int32Array(packed.states), packed.labels),
})

function runsOf(numbers: ArrayLike<number>): string {
  const runs: string[] = []
  for (let i = 0; i < numbers.length; ) {
    let end = i + 1
    while (end < numbers.length && numbers[end] === numbers[i]) end++
    const times = end - i > 1 ? `*${(end - i).toString(36)}` : ''
    runs.push(numbers[i]!.toString(36) + times)
    i = end
  }
  return runs.join(' ')
}

/** Reads characters, not words: this runs at every start. */
function filled<T extends Uint8Array | Int32Array>(numbers: T, runs: string): T {
  let at = 0
  let number = 0
  let times = 0
  let counting = false
  for (let i = 0; i <= runs.length; i++) {
    const unit = i === runs.length ? 0x20 : runs.charCodeAt(i)
    if (unit === 0x20) {
      const end = at + (counting ? times : 1)
      numbers.fill(number, at, end)
      at = end
      number = 0
      times = 0
      counting = false
    } else if (unit === 0x2a) counting = true
    else {
      const digit = unit < 0x3a ? unit - 0x30 : unit - 0x57
      if (counting) times = times * 36 + digit
      else number = number * 36 + digit
    }
  }
  return numbers
}
