import { type DomainName, domainGrammars } from '../../language/domain.ts'
import type { Grammar } from '../../language/grammar.ts'
import { type Alphabet, alphabetFor, classesOf } from '../alphabet/alphabet.ts'
import { labelOf, type Machine } from '../automata/machine.ts'
import type { Predicate } from '../symbolic/predicate.ts'
import { grammarMachine } from './grammar-machine.ts'

const machines = new Map<Grammar, Machine>()

/** Built once over the base alphabet; whatever a template adds to that is outside of ASCII. */
function baseMachine(grammar: Grammar): Machine {
  let machine = machines.get(grammar)
  if (!machine) {
    machine = grammarMachine(grammar, alphabetFor([]))
    machines.set(grammar, machine)
  }
  return machine
}

/** A grammar of ASCII characters as a set of texts. */
export function grammarPredicate(name: string, grammar: Grammar): Predicate {
  const adapted = new Map<Alphabet, Machine>()
  return {
    key: `the grammar ${name}`,
    constants: [],
    test: (text) => {
      const alphabet = alphabetFor([])
      return labelOf(baseMachine(grammar), classesOf(alphabet, text)) === 1
    },
    machine: (alphabet) => {
      let machine = adapted.get(alphabet)
      if (!machine) {
        const base = baseMachine(grammar)
        const outside = base.columns[alphabetFor([]).loneSurrogate]!
        const columns = new Uint16Array(alphabet.size).fill(outside)
        columns.set(base.columns.subarray(0, alphabet.shared))
        machine = { ...base, columns }
        adapted.set(alphabet, machine)
      }
      return machine
    },
  }
}

const predicates = new Map<DomainName, Predicate>()

/** The texts of a domain; `any` needs none. A missing value belongs to every domain. */
export function domainPredicate(name: Exclude<DomainName, 'any'>): Predicate {
  let predicate = predicates.get(name)
  if (!predicate) {
    predicate = grammarPredicate(name, domainGrammars[name])
    predicates.set(name, predicate)
  }
  return predicate
}
