import { tested } from './arms.ts'
import { ruleCases } from './cases.ts'

const a = "request_language == 'fr'"
const b = "application.name == 'Acme'"
const c = "phone_number contains '+33'"
const d = "phone_number contains '+32'"

const mixes = [
  [`${a} and ${b} or ${c}`, `${a} and (${b} or ${c})`],
  [`${a} or ${b} and ${c}`, `${a} or (${b} and ${c})`],
  [`${a} and ${b} and ${c} or ${d}`, `${a} and ${b} and (${c} or ${d})`],
  [`${a} or ${b} and ${c} or ${d}`, `${a} or (${b} and (${c} or ${d}))`],
] as const

ruleCases('mixed-and-or', [
  ...mixes.map(([condition, read]) => ({
    name: read,
    source: tested(condition),
    at: [condition],
    says: `\`${read}\``,
    severity: 'warning' as const,
  })),
  { name: 'and alone', source: tested(`${a} and ${b} and ${c}`), at: [] },
  { name: 'or alone', source: tested(`${a} or ${b} or ${c}`), at: [] },
  {
    name: 'each in a test of its own',
    source: `{% if ${a} and ${b} %}A {{ code }}{% elsif ${c} or ${d} %}B {{ code }}{% else %}{{ code }}{% endif %}`,
    at: [],
  },
])
