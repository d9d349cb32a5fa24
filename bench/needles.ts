import { alphabetFor } from '../packages/core/src/decide/alphabet/alphabet.ts'
import { collect } from '../packages/core/src/decide/automata/needles.ts'
import { domainPredicate } from '../packages/core/src/decide/domains/domains.ts'
import { cldrLocales } from '../packages/core/src/language/cldr-locales.generated.ts'
const alphabet = alphabetFor([])
for (const name of ['any', 'header', 'real'] as const) for (const k of [20, 150]) {
  const needles = [...new Set(cldrLocales.map((t) => t.split('-')[0]!))].slice(0, k)
  const demands = name === 'any' ? [] : [{ machine: domainPredicate(name).machine(alphabet), label: 1 }]
  for (let i = 0; i < 2; i++) { const t = process.cpuUsage(); const w = collect(alphabet, demands, needles); const c = process.cpuUsage(t); console.log(name, k, Array.isArray(w) ? w.length : w, (c.user / 1000).toFixed(0), 'ms cpu') }
}
