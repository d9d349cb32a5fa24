import { parseAcceptLanguage } from '../../language/accept-language.ts'
import { expectedScript, primary } from '../../language/tag.ts'
import type { Alphabet } from '../alphabet/alphabet.ts'
import { type Machine, product, relabel } from '../automata/machine.ts'
import { minimise } from '../automata/minimise.ts'
import { grammarPredicate, headerTagPredicate } from '../domains/domains.ts'
import type { Predicate } from '../symbolic/predicate.ts'
import { type ListReader, listMachine, type ReadElement } from './elements.ts'
import { lookupMachine, normalized, type Supported, supportedFor } from './tag-machine.ts'

/** What the properties about languages demand, as sets of values. */
export interface Demands {
  /** The first element is a tag that is not refused. */
  readonly firstIsTag: Predicate
  /** Lookup finds this language (by index) for the first element. */
  readonly first: (language: number) => Predicate
  /** The first element is a relative of this language. */
  readonly relative: (language: number) => Predicate
  /** A later element names this language. */
  readonly later: (language: number) => Predicate
  /** This is the first supported language anywhere in the list. */
  readonly best: (language: number) => Predicate
  /** Empty, or a sole `*`. */
  readonly byDefault: Predicate
}

const known = new Map<string, Demands>()
let built = 0

/** @param languages the supported languages, tags in any form that `canonicalTag` reads */
export function demandsFor(languages: readonly string[]): Demands {
  const key = JSON.stringify(languages)
  let demands = known.get(key)
  if (!demands) {
    if (known.size >= 8) known.clear()
    demands = build(languages)
    known.set(key, demands)
  }
  return demands
}

function build(languages: readonly string[]): Demands {
  const supported = supportedFor(languages)
  const id = ++built
  const find = finder(supported)
  const tagMachine = perAlphabet((alphabet) => lookupMachine(alphabet, supported))
  const validTag = headerTagPredicate
  // Without a supported language 1, with one 2 + its index, and 0 for what is no tag.
  const validLookup = perAlphabet((alphabet) =>
    minimise(
      product(tagMachine(alphabet), validTag.machine(alphabet), (found, valid) =>
        valid ? found + 1 : 0,
      ),
    ),
  )
  const elements = memo((value: string): readonly Read[] =>
    parseAcceptLanguage(value).map(({ tag, q, parameters }) => ({
      tag,
      valid: validTag.test(tag),
      refused: q === 0,
      parameters,
      found: find(tag),
      family: familyOf(tag),
    })),
  )
  const predicate = (
    name: string,
    test: (list: readonly Read[], value: string) => boolean,
    machine: (alphabet: Alphabet) => Machine,
  ): Predicate => {
    const machines = perAlphabet(machine)
    return {
      key: `${name} of languages ${id}`,
      constants: [],
      test: (value) => test(elements(value), value),
      machine: machines,
    }
  }
  const one = memo((language: number) => {
    const name = normalized(languages[language]!)
    const sameLanguage = languages.filter((other) => primary(other) === primary(name))
    const at = sameLanguage.findLastIndex((other) => normalized(other) === name)
    return { facts: supportedFor(sameLanguage), label: at + 1 }
  })
  return {
    firstIsTag: predicate(
      'tag first',
      ([first]) => first!.valid && !first!.refused,
      (alphabet) =>
        listMachine(
          alphabet,
          validTag.machine(alphabet),
          first((e) => e.label === 1 && !e.refused),
        ),
    ),
    first: memo((language) =>
      predicate(
        `first ${language}`,
        ([head]) => head!.found === language,
        (alphabet) => {
          const { facts, label } = one(language)
          return listMachine(
            alphabet,
            lookupMachine(alphabet, facts),
            first((e) => e.label === label),
          )
        },
      ),
    ),
    relative: memo((language) => {
      const family = familyOf(languages[language]!)
      return predicate(
        `relative ${language}`,
        ([head]) => head!.family === family,
        (alphabet) => {
          const members = family === 'no' ? ['no', 'nb', 'nn'] : [family]
          return listMachine(
            alphabet,
            lookupMachine(alphabet, supportedFor(members)),
            first((e) => e.label > 0),
          )
        },
      )
    }),
    later: memo((language) =>
      predicate(
        `later ${language}`,
        (list) => list.slice(1).some((e) => e.valid && !e.refused && e.found === language),
        (alphabet) =>
          listMachine(
            alphabet,
            validLookup(alphabet),
            later((e) => e.label === language + 2 && !e.refused),
          ),
      ),
    ),
    best: bestOf(languages, predicate, validLookup),
    byDefault: predicate(
      'default',
      (list, value) =>
        value === '' || (list.length === 1 && list[0]!.tag === '*' && !list[0]!.parameters),
      (alphabet) => {
        const star = grammarPredicate('star', '*')
        const sole = listMachine(alphabet, star.machine(alphabet), {
          start: 0,
          element: (state, e) => (state === 0 && e.label === 1 && !e.parameters ? 1 : 2),
          label: (state) => Number(state === 1),
          settled: (state) => state === 2,
        })
        const empty = grammarPredicate('nothing', '').machine(alphabet)
        return product(sole, empty, (a, b) => Math.max(a, b))
      },
    ),
  }
}

interface Read {
  readonly tag: string
  readonly valid: boolean
  readonly refused: boolean
  readonly parameters: boolean
  readonly found: number | undefined
  readonly family: string
}

function bestOf(
  languages: readonly string[],
  predicate: (
    name: string,
    test: (list: readonly Read[]) => boolean,
    machine: (alphabet: Alphabet) => Machine,
  ) => Predicate,
  validLookup: (alphabet: Alphabet) => Machine,
): (language: number) => Predicate {
  const all = perAlphabet((alphabet) =>
    minimise(
      listMachine(alphabet, validLookup(alphabet), {
        start: 0,
        element: (state, e) => (state === 0 && e.label > 1 && !e.refused ? e.label - 1 : state),
        label: (state) => state,
        settled: (state) => state > 0,
      }),
    ),
  )
  return memo((language: number) =>
    predicate(
      `best ${languages[language]}`,
      (list) =>
        list.find((e) => e.valid && !e.refused && e.found !== undefined)?.found === language,
      (alphabet) => relabel(all(alphabet), (label) => Number(label === language + 1)),
    ),
  )
}

/** Looks at the first element only. */
const first = (holds: (element: ReadElement) => boolean): ListReader => ({
  start: 0,
  element: (state, element) => (state === 0 ? (holds(element) ? 1 : 2) : state),
  label: (state) => Number(state === 1),
  settled: (state) => state > 0,
})

/** Looks for an element after the first. */
const later = (holds: (element: ReadElement) => boolean): ListReader => ({
  start: 0,
  element: (state, element) => (state === 0 ? 1 : state === 1 && holds(element) ? 2 : state),
  label: (state) => Number(state === 2),
  settled: (state) => state === 2,
})

/** The primary subtag, the same for Norwegian and its two written forms. */
function familyOf(tag: string): string {
  const language = primary(tag)
  return language === 'nb' || language === 'nn' ? 'no' : language
}

/** Lookup by table; the machines say the same. */
function finder({ words, languages }: Supported): (tag: string) => number | undefined {
  return memo((tag: string) => {
    const language = primary(tag)
    const facts = languages.get(language)
    if (!facts) return undefined
    const wanted = normalized(tag)
    if (wanted === language && facts.bare !== undefined) return facts.bare
    for (let end = wanted.length; end > language.length; end = wanted.lastIndexOf('-', end - 1)) {
      const found = words.get(wanted.slice(0, end))?.found
      if (found !== undefined) return found
    }
    if (facts.scripts.size === 0) return facts.bare
    return facts.scripts.get(expectedScript(tag)?.toLowerCase() ?? '') ?? facts.bare
  })
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = make(key)
      known.set(key, value)
    }
    return value
  }
}

/** Machines of one alphabet at a time. */
function perAlphabet(make: (alphabet: Alphabet) => Machine): (alphabet: Alphabet) => Machine {
  let last: { readonly alphabet: Alphabet; readonly machine: Machine } | undefined
  return (alphabet) => {
    if (last?.alphabet !== alphabet) last = { alphabet, machine: make(alphabet) }
    return last.machine
  }
}
