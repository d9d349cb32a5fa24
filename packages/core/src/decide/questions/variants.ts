import { parseAcceptLanguage } from '../../language/accept-language.ts'
import { primary } from '../../language/tag.ts'
import { demandsFor } from '../demand/demand.ts'
import { identity } from '../logic/chain.ts'
import { type Formula, no, not } from '../logic/formula.ts'
import type { Entry } from '../solve/pool.ts'
import type { Judge } from './judge.ts'
import type { Messages } from './messages.ts'
import { spokenArms } from './one-language.ts'

/** Texts for some speakers of a language only: the text for Taiwan inside the arm of `zh`. */
export interface Variants {
  /** Where a speaker of a supported language (by index) gets a text that nobody but its speakers gets. */
  readonly of: (language: number) => Formula
  /** Whether concrete inputs get such a text. */
  readonly has: (entry: Pick<Entry, 'value' | 'inputs'>) => boolean
}

/** Several questions ask for them. */
const known = new WeakMap<Judge, Variants>()

/** The texts of arms that no bare language enters, each of which only speakers of one language enter. */
export function variantsOf(judge: Judge, messages: Messages): Variants {
  const variants = known.get(judge) ?? find(judge, messages)
  known.set(judge, variants)
  return variants
}

function find(judge: Judge, messages: Messages): Variants {
  const { languages, solver, domain } = judge
  const { formulas } = judge.pieces
  const demands = demandsFor(languages)
  const found = new Map<number, Formula>()
  for (const { when, label } of spokenArms(judge)) {
    if (label !== '') continue
    const [first] = parseAcceptLanguage(solver.pool.find(when, domain)?.value ?? '')
    const language = languages.findIndex((one) => primary(one) === primary(first?.tag ?? ''))
    if (language < 0) continue
    const speaks = formulas.text(identity, demands.relative(language))
    if (solver.find(formulas.and(when, not(speaks)), domain).kind !== 'none') continue
    for (const [i, one] of languages.entries())
      if (primary(one) === primary(languages[language]!))
        found.set(i, formulas.or(found.get(i) ?? no, when))
  }
  const any = formulas.or(...found.values())
  return {
    of: (language) => found.get(language) ?? no,
    has: (entry) => any !== no && messages.holds(any, entry),
  }
}
