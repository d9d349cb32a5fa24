import { checkLetters } from './decide/alphabet-oracle.ts'
import { checkOpen, checkSame, openPairs, samePairs } from './decide/compare-cases.ts'
import { checkPairs } from './decide/compare-oracle.ts'
import { checkDemands } from './decide/demand-oracle.ts'
import { checkFilter, checkPiece, filterCases } from './decide/filter-oracle.ts'
import { checkCase, namedCases } from './decide/named-cases.ts'
import { checkTemplates } from './decide/oracle.ts'
import { checkPredicate, predicateCases } from './decide/predicate-oracle.ts'
import { checkProofs } from './decide/prove-oracle.ts'
import { checkListed, listedDomains } from './decide/search-cases.ts'
import { checkSolver } from './decide/solver-oracle.ts'
import { checkSafeFix, safeFixes } from './fix/fix-cases.ts'
import { checkSuggested, suggested, unknown } from './language/suggest-cases.ts'
import { checkOrder, checkSeverity, severityCases } from './lint/severity-cases.ts'
import { checkAdded, checkTaken, layouts } from './mutate/added-cases.ts'
import { checkNegated, conditions } from './mutate/conditions.ts'
import { checkMutations } from './mutate/mutate-oracle.ts'
import { checkOverview, overviews } from './report/overview-cases.ts'
import { checkRule } from './rules/cases.ts'
import { overlaps } from './rules/overlapping-branches-cases.ts'
import { sameTexts } from './rules/same-text-cases.ts'
import { checkUcs2, ucs2Texts } from './sms/characters-cases.ts'
import { checkElsewhere, checkTold, markers, tellingOptions } from './source/open-source-cases.ts'

// Everything that tests hold the sources to and that takes little time, with fixed seeds; tells the first fault or
// `sound`. `scripts/mutants.ts` runs it over a source with one fault planted and names the file of the fault: what
// guards that comes first.
const file = process.argv[2] ?? 'none'

type Check = () => unknown

/** A table of cases, one after the other. */
const each =
  <T>(cases: readonly T[], check: (one: T) => unknown): Check =>
  async () => {
    for (const one of cases) await check(one)
  }

function filters(): void {
  const named = /filters\/(.*)\.ts$/.exec(file)?.[1]?.replaceAll('-', '_') ?? 'none'
  const all = filterCases.map((one, i) => ({ one, seed: 1 + i, isNamed: one[0].includes(named) }))
  for (const { one, seed } of all.filter(({ isNamed }) => isNamed)) checkFilter(one, seed, 8)
  for (const { one, seed } of all.filter(({ isNamed }) => !isNamed)) checkFilter(one, seed, 3)
  for (const index of [1, 2]) checkPiece(index, 1, 1)
}

/** What is checked, and the folders or files below `src` that it guards best. */
const checks: readonly (readonly [Check, ...guarded: string[]])[] = [
  [each(predicateCases, checkPredicate), 'decide/symbolic/'],
  [checkLetters, 'decide/alphabet/'],
  [() => checkSolver(1, 100), 'decide/solve/'],
  [each(namedCases, checkCase), 'decide/questions/', 'decide/symbolic/'],
  [() => checkDemands(1, 60), 'decide/demand/'],
  [() => checkProofs(1000, 60)],
  [() => checkTemplates(2000, 60)],
  [filters, 'decide/filters/'],
  [each(openPairs, checkOpen), 'decide/compare/'],
  [each(samePairs, checkSame), 'decide/compare/'],
  [() => checkPairs(1, 8), 'decide/compare/'],
  [each(safeFixes, checkSafeFix), 'decide/compare/only-for.ts'],
  [each(listedDomains, checkListed), 'decide/search/'],
  [each(overlaps, (one) => checkRule('overlapping-branches', one)), 'decide/arms.ts'],
  [each(sameTexts, (one) => checkRule('same-text', one)), 'rules/same-text.ts'],
  [each(severityCases, checkSeverity), 'rules/shared/'],
  [checkOrder, 'lint/'],
  [
    each(suggested, ([, tags]) => {
      for (const [text, tag] of Object.entries(tags)) checkSuggested(text, tag)
    }),
    'language/suggest.ts',
  ],
  [each(unknown, (text) => checkSuggested(text)), 'language/suggest.ts'],
  [each(ucs2Texts, checkUcs2), 'sms/'],
  [each(overviews, checkOverview), 'report/'],
  [each(tellingOptions, checkTold), 'source/strategy.ts'],
  [each(markers, checkElsewhere), 'source/'],
  [each(conditions.slice(0, 20), checkNegated), 'mutate/operators/'],
  [() => checkMutations(9, 5), 'mutate/verdict.ts', 'mutate/mutate-template.ts'],
  [each(layouts, checkAdded), 'mutate/add-cases.ts'],
  [checkTaken, 'mutate/add-cases.ts'],
  [() => checkTemplates(4000, 400)],
]

const best = checks.filter(([, ...guarded]) => guarded.some((path) => file.startsWith(path)))

try {
  for (const [check] of new Set([...best, ...checks])) await check()
  console.log('sound')
} catch (error) {
  console.log(`fault: ${String(error).slice(0, 300)}`)
}
