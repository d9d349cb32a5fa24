import { lookup } from 'bcp-47-match'

/** The five aliases of the design. */
const aliases: Readonly<Record<string, string>> = {
  iw: 'he',
  in: 'id',
  ji: 'yi',
  jw: 'jv',
  mo: 'ro',
}

/** `zh_TW_#Hant` as `zh-Hant-TW`, as far as the values below need it. */
function hyphenated(tag: string): string {
  const [, before = tag, script] = /^(.*?)_#(\w{4})(?:_.*)?$/.exec(tag) ?? []
  const [language, ...rest] = before.split(/[-_]/).filter((part) => part !== '')
  return [aliases[language!.toLowerCase()] ?? language, ...(script ? [script] : []), ...rest].join(
    '-',
  )
}

/** RFC 4647 lookup, `language-Script` before the bare language; the longest tag of the range wins. */
function lookedUp(tag: string, supported: readonly string[]): string | undefined {
  // The lookup sees what is written; only the script needs the order of BCP 47.
  const [language = '', ...rest] = tag.split(/[-_]/)
  const written = [aliases[language.toLowerCase()] ?? language, ...rest].join('-').toLowerCase()
  const own = supported.filter((one) => one.split('-')[0] === written.split('-')[0])
  const byLength = [...own].sort((a, b) => b.length - a.length)
  const exact = lookup(
    byLength.filter((one) => one.includes('-') || one === written),
    written,
  )
  if (exact !== undefined) return exact
  const { script, language: base } = new Intl.Locale(hyphenated(tag)).maximize()
  return lookup(byLength, [`${base}-${script}`]) ?? undefined
}

const elementsOf = (value: string): readonly { readonly tag: string; readonly q: number }[] =>
  value.split(',').map((element) => {
    const [tag = '', ...parameters] = element.split(';').map((part) => part.trim())
    const weight = parameters.find((one) => one.startsWith('q='))
    return { tag, q: weight === undefined ? 1 : Number(weight.slice(2)) }
  })

/** Whose text the first choice must get; undefined where none is found for it. */
export const firstChoice = (value: string, supported: readonly string[]): string | undefined => {
  const [first] = elementsOf(value)
  return first === undefined || first.q === 0 || first.tag === '*'
    ? undefined
    : lookedUp(first.tag, supported)
}

/** Whose text the first supported language of a list must get. */
export function bestChoice(value: string, supported: readonly string[]): string | undefined {
  for (const { tag, q } of elementsOf(value)) {
    const found = q === 0 || tag === '*' || tag === '' ? undefined : lookedUp(tag, supported)
    if (found !== undefined) return found
  }
  return undefined
}
