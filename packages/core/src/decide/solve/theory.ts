import { type Alphabet, textOfClasses } from '../alphabet/alphabet.ts'
import { type Machine, TooLarge } from '../automata/machine.ts'
import { type Demand, type Found, shortestWord } from '../automata/search.ts'
import { Undecided } from '../filters/operator.ts'
import { machineOf } from '../logic/atom-machine.ts'
import { applyChain } from '../logic/chain.ts'
import { type Atom, type Formula, type Formulas, not } from '../logic/formula.ts'
import { OverBudget, type Theory } from '../logic/sat.ts'
import { collectNeedles } from './collect.ts'

/** Combined states that one search may visit before it is tried another way. */
const searchLimit = 20_000

/** From so many needles on, the order in which they come is not searched through. */
const mostNeedles = 5

/** A value that makes literals true. */
export type Model = { readonly value: string | null }

/** What can hold together of one text that may be missing: the theory of the atoms. */
export interface TextTheory extends Theory {
  /** The value behind the last answer that nothing conflicts. */
  readonly model: () => Model
  /** Takes in the atoms that were made since. */
  readonly extend: () => void
}

type TextAtom = Atom & { readonly kind: 'text' }

/**
 * @param isOver whether searches have to end
 */
export function textTheory(
  formulas: Formulas,
  alphabet: Alphabet,
  isOver: () => boolean,
): TextTheory {
  let model: Model = { value: null }
  const machines = new Map<number, Machine>()
  const failures = new Map<number, Error>()
  const atomAt = (literal: Formula): Atom | undefined => formulas.atoms[literal >> 1]

  const demandOf = (literal: Formula): Demand => {
    const node = literal >> 1
    const failure = failures.get(node)
    if (failure) throw failure
    let machine = machines.get(node)
    try {
      machine ??= machineOf(formulas.atoms[node] as TextAtom, alphabet)
    } catch (error) {
      if (error instanceof TooLarge || error instanceof Undecided) failures.set(node, error)
      throw error
    }
    machines.set(node, machine)
    return { machine, label: literal % 2 === 0 ? 1 : 0 }
  }

  /** The next key press asks for most conjunctions again. */
  const remembered = (literals: readonly Formula[]): Found => {
    const key = keyOf(formulas, literals)
    const before = key === undefined ? undefined : searched.get(alphabet)?.get(key)
    if (before) return before
    const found = shortestWord(literals.map(demandOf), alphabet.loneSurrogate, searchLimit)
    if (key !== undefined) remember(alphabet, key, found)
    return found
  }

  const holds = (literal: Formula, value: string | null): boolean =>
    holdsAt(atomAt(literal), value) === (literal % 2 === 0)

  /** Searches with few demands and adds those that the word found fails: the shortest word stays the shortest. */
  const search = (literals: readonly Formula[]): { word: string } | { core: Formula[] } => {
    const active: Formula[] = literals.filter((literal) => literal % 2 === 0).slice(0, 3)
    for (;;) {
      if (isOver()) throw new OverBudget()
      const found = remembered(active)
      if (!found.word) return { core: [...found.against].map((i) => active[i]!) }
      const word = textOfClasses(alphabet, found.word)
      const failing = literals.filter((literal) => !holds(literal, word))
      if (failing.length === 0) return { word }
      if (failing.some((literal) => active.includes(literal)))
        throw new Undecided('a character class')
      active.push(...failing.slice(0, 2))
    }
  }

  const conflict = (literals: readonly Formula[]): readonly Formula[] | undefined => {
    const known = literals.filter((literal) => ['text', 'nil'].includes(atomAt(literal)!.kind))
    const wrongForNil = known.filter((literal) => !holds(literal, null))
    if (wrongForNil.length === 0) {
      model = { value: null }
      return undefined
    }
    const isNil = known.find((literal) => atomAt(literal)!.kind === 'nil' && literal % 2 === 0)
    if (isNil !== undefined) return [isNil, wrongForNil.find((literal) => literal !== isNil)!]
    const texts = known.filter((literal) => atomAt(literal)!.kind === 'text')
    // What rules out a missing value belongs to every core.
    const nilBlame = wrongForNil[0]!
    const withNil = (core: readonly Formula[]): Formula[] =>
      core.some((literal) => wrongForNil.includes(literal)) ? [...core] : [nilBlame, ...core]
    const exact = texts.find(
      (literal) => literal % 2 === 0 && exactText(atomAt(literal)) !== undefined,
    )
    if (exact !== undefined) {
      const value = exactText(atomAt(exact))!
      const wrong = texts.find((literal) => !holds(literal, value))
      if (wrong !== undefined) return withNil([exact, wrong])
      model = { value }
      return undefined
    }
    const found = attempt(texts)
    if ('word' in found) {
      model = { value: found.word }
      return undefined
    }
    return withNil(shrink(found.core))
  }

  const collected = (texts: readonly Formula[]): { word: string } | { core: Formula[] } => {
    const found = collectNeedles(formulas, alphabet, texts, demandOf)
    if (found === undefined) throw new OverBudget()
    return found
  }

  const attempt = (texts: readonly Formula[]): { word: string } | { core: Formula[] } => {
    const needles = texts.filter(
      (literal) =>
        literal % 2 === 0 && (atomAt(literal) as TextAtom).predicate.needle !== undefined,
    )
    if (needles.length > mostNeedles) return collected(texts)
    try {
      return search(texts)
    } catch (error) {
      if (error instanceof TooLarge) return collected(texts)
      throw error
    }
  }

  /** Leaves out what is not needed for the conflict, one after the other. */
  const shrink = (core: Formula[]): Formula[] => {
    let needed = core
    if (core.length > 12) return core
    for (const literal of core) {
      const fewer = needed.filter((other) => other !== literal)
      if (fewer.length === 0) continue
      const found = remembered(fewer)
      if (!found.word) needed = fewer.filter((_, i) => found.against.has(i))
    }
    return needed
  }

  let implied = implications(formulas)
  return {
    implied: (literal) => implied(literal),
    conflict,
    model: () => model,
    extend: () => {
      implied = implications(formulas)
    },
  }
}

const searched = new WeakMap<Alphabet, Map<string, Found>>()
const mostRemembered = 20_000

function remember(alphabet: Alphabet, key: string, found: Found): void {
  let known = searched.get(alphabet)
  if (!known || known.size > mostRemembered) {
    known = new Map()
    searched.set(alphabet, known)
  }
  known.set(key, found)
}

/** Names a conjunction across templates; undefined where an atom means something in one template only. */
function keyOf(formulas: Formulas, literals: readonly Formula[]): string | undefined {
  const keys: string[] = []
  for (const literal of literals) {
    const { chain, predicate } = formulas.atoms[literal >> 1] as TextAtom
    if (predicate.local) return undefined
    keys.push(`${literal % 2} ${predicate.key} of ${chain.key}`)
  }
  return keys.join('\n')
}

/** Whether an atom about the language value holds for a value. */
function holdsAt(atom: Atom | undefined, value: string | null): boolean {
  if (atom?.kind === 'nil') return value === null
  if (atom?.kind !== 'text') return false
  return value === null ? atom.onNil : atom.predicate.test(applyChain(atom.chain, value))
}

/** The only value for which an atom holds. */
const exactText = (atom: Atom | undefined): string | undefined =>
  atom?.kind === 'text' && atom.chain.operators.length === 0 ? atom.predicate.only : undefined

/** A filtered text that is known decides every other question about it; a needle holds its parts. */
function implications(formulas: Formulas): (literal: Formula) => readonly Formula[] {
  const byChain = new Map<string, number[]>()
  const nil = formulas.atoms.findIndex((atom) => atom?.kind === 'nil')
  formulas.atoms.forEach((atom, node) => {
    if (atom?.kind !== 'text') return
    const nodes = byChain.get(atom.chain.key)
    if (nodes) nodes.push(node)
    else byChain.set(atom.chain.key, [node])
  })
  const memo: (readonly Formula[] | undefined)[] = []
  const find = (literal: Formula): readonly Formula[] => {
    const atom = formulas.atoms[literal >> 1]
    if (atom?.kind === 'nil' && literal % 2 === 0)
      return formulas.atoms.flatMap((other, node) =>
        other?.kind === 'text' ? [node * 2 + Number(!other.onNil)] : [],
      )
    if (atom?.kind !== 'text' || literal % 2 === 1 || atom.onNil) return []
    const { only, needle } = atom.predicate
    const others = byChain.get(atom.chain.key)!.filter((node) => node !== literal >> 1)
    const found = nil < 0 ? [] : [not(nil * 2)]
    for (const node of others) {
      const { predicate } = formulas.atoms[node] as TextAtom
      if (only !== undefined) found.push(node * 2 + Number(!predicate.test(only)))
      else if (
        needle !== undefined &&
        predicate.needle !== undefined &&
        needle.includes(predicate.needle)
      )
        found.push(node * 2)
    }
    return found
  }
  return (literal) => (memo[literal] ??= find(literal))
}
