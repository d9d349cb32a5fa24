import { compareTemplates } from '../packages/core/src/decide/compare/compare.ts'
import type { Difference } from '../packages/core/src/decide/compare/difference.ts'
import { cldrLocales } from '../packages/core/src/language/cldr-locales.generated.ts'
import type { DomainName } from '../packages/core/src/language/domain.ts'
import { auth0Sms } from '../packages/core/src/profile/auth0-sms.ts'
import { parse } from '../packages/core/src/syntax/parse.ts'

// How long it takes to find whose message changes between two templates, in CPU milliseconds, with the number
// of changes, `=` where it is proved that there are no others, and `…` where they are listed text by text:
//   node --conditions=@codeword/source bench/diff.ts [sizes, e.g. 5,20,50] [domains, e.g. any,header]

const code = '@@password@@'
const languages = [...new Set(cldrLocales.map((tag) => tag.split('-')[0]!))].filter(
  (tag) => tag !== 'und',
)
const text = (tag: string): string => `Text ${tag} ${code}`
const other = (tag: string): string => `New text ${tag} ${code}`

type Tags = readonly string[]
type Texts = (tag: string) => string

const branches = (tags: Tags, texts: Texts, test: (tag: string) => string): string =>
  `${tags.map((tag, i) => `{% ${i ? 'elsif' : 'if'} ${test(tag)} %}${texts(tag)}`).join('')}{% else %}${texts('en')}{% endif %}`

const chain = (tags: Tags, texts: Texts = text): string =>
  branches(tags, texts, (tag) => `request_language contains '${tag}'`)

const idiom = (tags: Tags, texts: Texts = text): string =>
  `{% assign t = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first %}${asCase(tags, texts)}`

const asCase = (tags: Tags, texts: Texts = text): string =>
  `{% case t %}${tags.map((tag) => `{% when '${tag}' %}${texts(tag)}`).join('')}{% else %}${texts('en')}{% endcase %}`

const cut = (how: string): string =>
  `{% assign t = request_language | split: ',' | first | downcase | ${how} %}`

const equals = (tags: Tags): string => branches(tags, text, (tag) => `t == '${tag}'`)

const independent = (tags: Tags, texts: Texts = text): string =>
  tags.map((tag) => `{% if request_language contains '${tag}' %}${texts(tag)}{% endif %}`).join('')

/** Every third text is another. */
const some =
  (tags: Tags): Texts =>
  (tag) =>
    tags.indexOf(tag) % 3 === 0 ? other(tag) : text(tag)

const families: Readonly<Record<string, (tags: Tags) => readonly [before: string, after: string]>> =
  {
    'chain, texts': (tags) => [chain(tags), chain(tags, some(tags))],
    'chain, new arm': (tags) => [chain(tags), chain([...tags.slice(0, 2), 'xx', ...tags.slice(2)])],
    'chain, reversed': (tags) => [chain(tags), chain(tags.toReversed())],
    'chain → case': (tags) => [chain(tags), idiom(tags)],
    'case, texts': (tags) => [idiom(tags), idiom(tags, some(tags))],
    'if → case, same': (tags) => [
      cut('slice: 0, 2') + equals(tags),
      cut('slice: 0, 2') + asCase(tags),
    ],
    'slice → split': (tags) => [
      cut('slice: 0, 2') + equals(tags),
      cut("split: '-' | first") + equals(tags),
    ],
    'blocks, texts': (tags) => [independent(tags), independent(tags, some(tags))],
    'blocks → chain': (tags) => [independent(tags), chain(tags)],
  }

function cpu(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function compare(before: string, after: string, domain: DomainName): Difference {
  const [old, young] = [before, after].map((source) => ({
    template: parse(source),
    profile: auth0Sms,
    variables: {},
    domain,
    budget: 60_000,
  }))
  return compareTemplates(old!, young!)
}

const sizes = (process.argv[2] ?? '5,20,50,100').split(',').map(Number)
const domains = (process.argv[3] ?? 'header,any,real').split(',') as DomainName[]

for (const domain of domains)
  for (const [name, family] of Object.entries(families)) {
    const row = sizes.map((n) => {
      const [before, after] = family(languages.slice(0, n))
      let told = ''
      const times = Array.from({ length: n > 50 ? 1 : 2 }, () =>
        cpu(() => {
          const { changes, by, complete } = compare(before, after, domain)
          const byText = by === 'text'
          told = `${byText ? '…' : ''}${changes.length}${complete ? '=' : '?'}`
        }),
      )
      return `${n}: ${times.map((time) => time.toFixed(0)).join('/')} ${told}`
    })
    console.log(domain.padEnd(7), name.padEnd(16), row.join('   '))
  }
