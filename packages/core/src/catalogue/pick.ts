import type { Group, Variant } from './groups.ts'

/** What stands for a text between picking and saying it: the language for its main text, else the tag. */
export const keyFor = (variant: Variant, { language, main }: Group): string =>
  variant === main ? language : variant.prefixes[0]!

const assign = (key: string): string => `{%- assign pick = '${key}' -%}`

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')

const subtags = (prefix: string): number => prefix.split('-').length

/**
 * Lets the first language that a customer names count. Who asks for a variant that there is no text for gets the
 * language's main text.
 * @param variable what the language variable is called
 */
export function pickFirst(groups: readonly Group[], variable: string): string {
  const first = `${variable} | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip`
  const cases = casesOf(groups, false)
  if (cases.length === 0) return `{%- assign pick = ${first} | split: '-' | first -%}\n`
  return `{%- assign tag = ${first} -%}
{%- assign language = tag | split: '-' | first -%}
${cutsOf(cases)}${cases.some(({ subject }) => subject === 'language') ? markOfTag : ''}{%- assign pick = language -%}
${cases.map(written).join('')}`
}

/**
 * Lets the first language count that there is a text for, anywhere in the list; `q=0` refuses one. Who asks for a
 * variant that there is no text for goes on to the next.
 * @param variable what the language variable is called
 */
export function pickBest(groups: readonly Group[], variable: string): string {
  const cases = casesOf(groups, true)
  const namesOf = (others: Group['others']): readonly string[] =>
    groups.filter((group) => group.others === others).flatMap(({ names }) => names)
  const own = [...namesOf('all'), ...namesOf('unsaid')]
  const byLanguage =
    own.length === 0
      ? ''
      : `{%- case language -%}{%- when ${quoted(own)} -%}{%- assign pick = language -%}{%- endcase -%}\n`
  return `{%- assign pick = '' -%}
{%- assign choices = ${variable} | downcase | replace: '_', '-' | split: ',' -%}
{%- for choice in choices -%}
{%- assign weight = choice | split: 'q=' | last | remove: '0' | remove: '.' | strip -%}
{%- assign tag = choice | split: ';' | first | strip -%}
{%- assign language = tag | split: '-' | first -%}
${cutsOf(cases)}{%- if pick == '' and weight != '' -%}
${byLanguage}${cases.map(written).join('')}{%- endif -%}
{%- endfor -%}
`
}

/** The script that Java's `Locale.toString()` names behind a `#`, which has four letters; else something shorter. */
const markOfTag = "{%- assign mark = tag | split: '#' | last | split: '-' | first -%}\n"
const hasNoMark = 'mark.size != 4'

/** One `case` over something of the tag. Those that come later count more. */
interface Case {
  /** `language`, or how many subtags of the tag. */
  readonly subject: 'language' | number
  readonly arms: readonly (readonly [names: readonly string[], then: string])[]
}

/**
 * By what variants are told apart: where it is read, the script that is named, and what the request begins with.
 * @param isStrict whether only lookup as in RFC 4647 counts, and nothing that would merely do
 */
function casesOf(groups: readonly Group[], isStrict: boolean): readonly Case[] {
  const all = groups.flatMap((group) =>
    variantsOf(group, isStrict).map((variant) => ({ variant, group, key: keyFor(variant, group) })),
  )
  const read = all.filter(
    ({ variant }) => variant.script !== undefined && (!isStrict || variant.isScript),
  )
  const places = read.flatMap(({ variant: { regions }, key }) => {
    // In a loop, that test would be too much for the proof: there, names of scripts come later, and count more.
    const then = isStrict ? assign(key) : `{%- if ${hasNoMark} -%}${assign(key)}{%- endif -%}`
    return regions.length === 0 ? [] : [[regions, then] as const]
  })
  const marks = groups.flatMap((group) => {
    const own = read.filter((one) => one.group === group)
    const usual = {
      script: group.script,
      key: isStrict && group.others === 'none' ? '' : group.language,
    }
    const named = own.map(({ variant: { script }, key }) => ({ script, key }))
    const all = [usual, ...named, ...(isStrict ? refused(group) : [])]
    const tests = all.map(
      ({ script, key }) => `{%- if tag contains '#${script}' -%}${assign(key)}{%- endif -%}`,
    )
    return all.length === 1 ? [] : [[group.names, tests.join('')] as const]
  })
  const lengths = [...new Set(all.map(({ variant }) => subtags(variant.prefixes[0]!)))].sort()
  const beginnings = lengths.map((length) => ({
    subject: length,
    arms: all
      .filter(({ variant }) => subtags(variant.prefixes[0]!) === length)
      .map(({ variant, key }) => [variant.prefixes, assign(key)] as const),
  }))
  const cases: readonly Case[] = [
    { subject: 2, arms: [...places, ...(isStrict ? groups.flatMap(refusedPrefixes) : [])] },
    { subject: 'language', arms: marks },
    ...beginnings,
  ]
  return cases.filter(({ arms }) => arms.length > 0)
}

/** Scripts in which nobody wrote a text: who names one goes on to the next language. */
const refused = ({ main, otherScripts }: Group) =>
  main.isScript ? otherScripts.map((script) => ({ script, key: '' })) : []

const refusedPrefixes = (group: Group) =>
  refused(group).map(
    ({ script, key }) => [group.names.map((name) => `${name}-${script}`), assign(key)] as const,
  )

/** Those for which the language alone does not say enough. */
function variantsOf({ main, others, variants }: Group, isStrict: boolean): readonly Variant[] {
  if (others === 'all') return variants
  return isStrict || variants.length > 0 ? [main, ...variants] : []
}

function cutsOf(cases: readonly Case[]): string {
  const subjects = new Set(cases.map(({ subject }) => subject))
  const cuts = [...subjects].filter((subject) => subject !== 'language')
  const lines = cuts.map(
    (length) =>
      `{%- assign cut${length} = tag | split: '-' | slice: 0, ${length} | join: '-' -%}\n`,
  )
  return lines.join('')
}

function written({ subject, arms }: Case): string {
  const whens = arms.map(([names, then]) => `{%- when ${quoted(names)} -%}${then}\n`)
  const over = subject === 'language' ? subject : `cut${subject}`
  return `{%- case ${over} -%}\n${whens.join('')}{%- endcase -%}\n`
}
