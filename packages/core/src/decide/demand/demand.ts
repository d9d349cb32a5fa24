import { primary } from '../../language/tag.ts'
import { remembered } from '../../text/lazy.ts'
import type { Alphabet } from '../alphabet/alphabet.ts'
import { type Machine, product, relabel } from '../automata/machine.ts'
import { minimise } from '../automata/minimise.ts'
import { grammarPredicate, headerTagPredicate } from '../domains/domains.ts'
import type { Predicate } from '../logic/predicate.ts'
import { type ListReader, listMachine, type ReadElement } from './elements.ts'
import { elementsOf, familyOf, type Group, groupOf, type Read } from './group.ts'
import { memo, perAlphabet } from './memo.ts'
import { normalized } from './tag-machine.ts'

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

/** @param languages the supported languages, tags in any form that `canonicalTag` reads */
export const demandsFor = (languages: readonly string[]): Demands =>
  demands(JSON.stringify(languages))

const demands = remembered((key): Demands => {
  const languages = JSON.parse(key) as string[]
  const all = groupOf(languages)
  const own = memo((language: number) => ownGroup(languages, language))
  return {
    firstIsTag,
    first: memo((language) => firstOf(own(language))),
    relative: memo((language) => relativeOf(familyOf(languages[language]!))),
    later: memo((language) => laterOf(own(language))),
    best: bestOf(all),
    byDefault,
  }
})

/** A language among those with its primary subtag: no others matter to whether lookup finds it. */
interface Own {
  readonly group: Group
  readonly family: string
  /** Its index in the group. */
  readonly at: number
}

function ownGroup(languages: readonly string[], language: number): Own {
  const name = normalized(languages[language]!)
  const same = languages.filter((other) => primary(other) === primary(name))
  const at = same.findLastIndex((other) => normalized(other) === name)
  return { group: groupOf(same), family: familyOf(name), at }
}

function predicate(
  key: string,
  test: (list: readonly Read[]) => boolean,
  machine: (alphabet: Alphabet) => Machine,
): Predicate {
  return {
    key,
    constants: [],
    test: (value) => test(elementsOf(value)),
    read: { of: elementsOf, test: test as (read: unknown) => boolean },
    machine: perAlphabet(machine),
  }
}

const firstIsTag = predicate(
  'tag first',
  ([head]) => head!.valid && !head!.refused,
  (alphabet) =>
    listMachine(
      alphabet,
      headerTagPredicate.machine(alphabet),
      first((e) => e.label === 1 && !e.refused),
    ),
)

const firstOf = ({ group, family, at }: Own): Predicate =>
  predicate(
    `first ${at} of ${group.key}`,
    ([head]) => head!.family === family && group.find(head!.tag) === at,
    (alphabet) =>
      listMachine(
        alphabet,
        group.lookup(alphabet),
        first((e) => e.label === at + 1),
      ),
  )

const relativeOf = (family: string): Predicate =>
  predicate(
    `relative of ${family}`,
    ([head]) => head!.family === family,
    (alphabet) =>
      listMachine(
        alphabet,
        groupOf(family === 'no' ? ['no', 'nb', 'nn'] : [family]).lookup(alphabet),
        first((e) => e.label > 0),
      ),
  )

const laterOf = ({ group, family, at }: Own): Predicate =>
  predicate(
    `later ${at} of ${group.key}`,
    (list) =>
      list.length > 1 &&
      list.some(
        (e, i) => i > 0 && e.family === family && e.valid && !e.refused && group.find(e.tag) === at,
      ),
    (alphabet) =>
      listMachine(
        alphabet,
        group.validLookup(alphabet),
        later((e) => e.label === at + 2 && !e.refused),
      ),
  )

function bestOf(group: Group): (language: number) => Predicate {
  const all = perAlphabet((alphabet) =>
    minimise(
      listMachine(alphabet, group.validLookup(alphabet), {
        start: 0,
        element: (state, e) => (state === 0 && e.label > 1 && !e.refused ? e.label - 1 : state),
        label: (state) => state,
        settled: (state) => state > 0,
      }),
    ),
  )
  return memo((language: number) =>
    predicate(
      `best ${language} of ${group.key}`,
      (list) => {
        for (const { tag, valid, refused } of list) {
          const found = valid && !refused ? group.find(tag) : undefined
          if (found !== undefined) return found === language
        }
        return false
      },
      (alphabet) => relabel(all(alphabet), (label) => Number(label === language + 1)),
    ),
  )
}

const byDefault = predicate(
  'default',
  ([head, ...others]) =>
    others.length === 0 && !head!.parameters && (head!.tag === '*' || head!.empty),
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
)

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
