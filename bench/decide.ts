import { alphabetFor } from '../packages/core/src/decide/alphabet/alphabet.ts'
import { collect } from '../packages/core/src/decide/automata/needles.ts'
import { domainPredicate } from '../packages/core/src/decide/domains/domains.ts'
import { prove } from '../packages/core/src/decide/prove.ts'
import { cldrLocales } from '../packages/core/src/language/cldr-locales.generated.ts'
import type { DomainName } from '../packages/core/src/language/domain.ts'
import { auth0Sms } from '../packages/core/src/profile/auth0-sms.ts'
import { parse } from '../packages/core/src/syntax/parse.ts'

// How long it takes to decide everything about templates of many languages, in CPU milliseconds:
//   node --conditions=@codeword/source bench/decide.ts [sizes, e.g. 5,20,50] [domains, e.g. any,header]

const code = '@@password@@'
const languages = [...new Set(cldrLocales.map((tag) => tag.split('-')[0]!))].filter(
  (tag) => tag !== 'und',
)
const tags = (n: number): readonly string[] =>
  Array.from(
    { length: n },
    (_, i) => languages[i % languages.length]! + (i < languages.length ? '' : `-${i}`),
  )
const cut = "{% assign t = request_language | split: ',' | first | downcase | slice: 0, 2 %}"
const text = (tag: string): string => `Text ${tag} ${code}`

const families: Readonly<Record<string, (tags: readonly string[]) => string>> = {
  chain: (list) =>
    `${list.map((tag, i) => `{% ${i ? 'elsif' : 'if'} request_language contains '${tag}' %}${text(tag)}`).join('')}{% else %}${text('en')}{% endif %}`,
  independent: (list) =>
    list
      .map((tag) => `{% if request_language contains '${tag}' %}${text(tag)}{% endif %}`)
      .join(''),
  'with fallback': (list) =>
    `${families.independent!(list)}{% unless ${list.map((tag) => `request_language contains '${tag}'`).join(' or ')} %}${text('en')}{% endunless %}`,
  case: (list) =>
    `{% assign t = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first %}{% case t %}${list.map((tag) => `{% when '${tag}' %}${text(tag)}`).join('')}{% else %}${text('en')}{% endcase %}`,
  slice: (list) =>
    `${cut}${list.map((tag, i) => `{% ${i ? 'elsif' : 'if'} t == '${tag}' %}${text(tag)}`).join('')}{% else %}${text('en')}{% endif %}`,
  nested: (list) =>
    list
      .map(
        (tag, i) =>
          `{% if request_language contains '${tag}' %}{% unless request_language contains '${list[(i + 1) % list.length]}' %}${text(tag)}{% else %}{% if request_language.size > ${i % 7} %}${text(`${tag}x`)}{% endif %}{% endunless %}{% endif %}`,
      )
      .join(''),
}

const sample = `{% if request_language contains 'dutch' %}\nUw code: ${code}\n{% endif %}\n{% if request_language contains 'fr-FR' %}\nVotre code : ${code}\n{% endif %}\n`

function cpu(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function best(repeats: number, work: () => void): number {
  return Math.min(...Array.from({ length: repeats }, () => cpu(work)))
}

const ask = (source: string, domain: DomainName): string => {
  const template = parse(source)
  const analysis = prove({ template, profile: auth0Sms, variables: {}, domain, budget: 60_000 })!
  return analysis.properties.map(({ status }) => status[0]).join('')
}

const sizes = (process.argv[2] ?? '5,20,50,100,200').split(',').map(Number)
const domains = (process.argv[3] ?? 'any,header,real').split(',') as DomainName[]

console.log(
  'the first template of all',
  cpu(() => ask(sample, 'header')).toFixed(0),
  'ms, warmed',
  best(20, () => ask(sample, 'header')).toFixed(2),
  'ms',
)
for (const domain of domains)
  for (const [name, family] of Object.entries(families)) {
    const row = sizes.map((n) => {
      const source = family(tags(n))
      let told = ''
      const first = cpu(() => (told = ask(source, domain)))
      const warm = n > 100 ? first : best(2, () => ask(source, domain))
      return `${n}: ${first.toFixed(0)}/${warm.toFixed(0)} ${told}`
    })
    console.log(domain.padEnd(7), name.padEnd(14), row.join('   '))
  }

// A key press: a letter more in one text test of a template in 20 languages, everything decided anew.
for (const domain of domains) {
  const source = families.chain!(tags(20))
  const times = Array.from({ length: 40 }, (_, i) => {
    const edited = source.replace("'am'", `'am${String.fromCharCode(97 + (i % 26))}'`)
    return cpu(() => ask(edited, domain))
  }).sort((a, b) => a - b)
  console.log(
    domain.padEnd(7),
    'key press p50',
    times[20]!.toFixed(1),
    'p95',
    times[37]!.toFixed(1),
    'ms',
  )
}

const alphabet = alphabetFor([])
for (const domain of domains) {
  const demands =
    domain === 'any'
      ? []
      : [{ machine: domainPredicate(domain as 'header').machine(alphabet), label: 1 }]
  const needles = tags(150)
  console.log(
    domain.padEnd(7),
    '150 needles at once',
    best(2, () => collect(alphabet, demands, needles)).toFixed(0),
    'ms',
  )
}
