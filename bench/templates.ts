import { cldrLocales } from '../packages/core/src/language/cldr-locales.generated.ts'

// Templates of any number of languages, in the shapes that teams write.

const code = '@@password@@'
const text = (tag: string): string => `Text ${tag} ${code}`

const languages = [...new Set(cldrLocales.map((tag) => tag.split('-')[0]!))].filter(
  (tag) => tag !== 'und',
)

/**
 * @param turn other numbers give the same tags in another order: another template, as hard as the first
 */
export function tags(count: number, turn: number = 0): readonly string[] {
  const list = Array.from(
    { length: count },
    (_, i) => languages[i % languages.length]! + (i < languages.length ? '' : `-${i}`),
  )
  return [...list.slice(turn % count), ...list.slice(0, turn % count)]
}

type Family = (tags: readonly string[]) => string

const says = (tag: string): string => `request_language contains '${tag}'`

const chain =
  (test: (tag: string) => string): Family =>
  (list) => {
    const arms = list.map((tag, i) => `{% ${i ? 'elsif' : 'if'} ${test(tag)} %}${text(tag)}`)
    return `${arms.join('')}{% else %}${text('en')}{% endif %}`
  }

const independent: Family = (list) =>
  list.map((tag) => `{% if ${says(tag)} %}${text(tag)}{% endif %}`).join('')

const first = "request_language | split: ',' | first | downcase | slice: 0, 2"
const idiom =
  "request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first"

/** By name; `nested` is negated, too. */
export const families: Readonly<Record<string, Family>> = {
  chain: chain(says),
  independent,
  'with fallback': (list) =>
    `${independent(list)}{% unless ${list.map(says).join(' or ')} %}${text('en')}{% endunless %}`,
  case: (list) =>
    `{% assign t = ${idiom} %}{% case t %}${list.map((tag) => `{% when '${tag}' %}${text(tag)}`).join('')}{% else %}${text('en')}{% endcase %}`,
  slice: (list) => `{% assign t = ${first} %}${chain((tag) => `t == '${tag}'`)(list)}`,
  nested: (list) =>
    list
      .map((tag, i) => {
        const next = list[(i + 1) % list.length]!
        const long = `{% if request_language.size > ${i % 7} %}${text(`${tag}x`)}{% endif %}`
        return `{% if ${says(tag)} %}{% unless ${says(next)} %}${text(tag)}{% else %}${long}{% endunless %}{% endif %}`
      })
      .join(''),
}

/** Auth0's sample of 2016 in short. */
export const sample: string = `{% if request_language contains 'dutch' %}\nUw code: ${code}\n{% endif %}\n{% if request_language contains 'fr-FR' %}\nVotre code : ${code}\n{% endif %}\n`
