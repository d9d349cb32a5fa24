import type { DomainName } from '../../language/domain.ts'
import type { Grammar } from '../../language/grammar.ts'
import { lazy, remembered } from '../../text/lazy.ts'
import type { Alphabet } from '../alphabet/alphabet.ts'
import type { Machine } from '../automata/machine.ts'
import type { Predicate } from '../logic/predicate.ts'
import {
  type AsciiMachine,
  acceptsText,
  asciiMachine,
  overAlphabet,
  unpack,
  without,
} from './ascii-machine.ts'
import { packedMachines } from './machines.generated.ts'

function predicateOf(name: string, machine: () => AsciiMachine): Predicate {
  const adapted = new WeakMap<Alphabet, Machine>()
  return {
    key: `the grammar ${name}`,
    constants: [],
    test: (text) => acceptsText(machine(), text),
    machine: (alphabet) => {
      let found = adapted.get(alphabet)
      if (!found) {
        found = overAlphabet(machine(), alphabet)
        adapted.set(alphabet, found)
      }
      return found
    },
  }
}

/** A small grammar of ASCII characters as a set of texts. */
export const grammarPredicate = (name: string, grammar: Grammar): Predicate =>
  predicateOf(
    name,
    lazy(() => asciiMachine(grammar)),
  )

const packed = (name: keyof typeof packedMachines): Predicate =>
  predicateOf(
    name,
    lazy(() => unpack(packedMachines[name])),
  )

/** The texts that are one tag in the `header` domain. */
export const headerTagPredicate: Predicate = packed('headerTag')

const predicates: Readonly<Record<Exclude<DomainName, 'any'>, Predicate>> = {
  tag: packed('tag'),
  real: packed('real'),
  header: packed('header'),
}

/** The texts of `real` that are no list: one tag that CLDR knows, in any of its spellings, or nothing. */
export const oneTagPredicate: Predicate = predicateOf(
  'real without lists',
  lazy(() => without(unpack(packedMachines.real), ',;*')),
)

/** The texts of a domain; `any` needs none. A missing value belongs to every domain. */
export const domainPredicate = (name: Exclude<DomainName, 'any'>): Predicate => predicates[name]

/** The smallest domain that a value belongs to: the same as `narrowestDomain`, at once. */
export const domainOf = (value: string | null): DomainName =>
  value === null ? 'tag' : domainOfText(value)

/** Every template is asked about the same real values. */
const domainOfText = remembered((text): DomainName => {
  if (predicates.tag.test(text)) return 'tag'
  if (!predicates.header.test(text)) return 'any'
  return predicates.real.test(text) ? 'real' : 'header'
})
