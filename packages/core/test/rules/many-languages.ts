import { cldrLocales } from '../../src/language/cldr-locales.generated.ts'
import { isKnownLanguage, languageName } from '../../src/language/tag.ts'

/** The first tag of a header without its region: the recommended cut. */
export const cut = (variable = 'request_language'): string =>
  `{%- assign tag = ${variable} | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}`

/** How the arm of a language is opened, in two shapes. */
const shapes = {
  case: {
    open: '{%- case tag -%}',
    arm: (tags: readonly string[]) => `{%- when '${tags.join("', '")}' -%}`,
    close: '{%- endcase %}',
  },
  if: {
    open: '',
    arm: (tags: readonly string[], at: number) =>
      `{%- ${at === 0 ? 'if' : 'elsif'} ${tags.map((tag) => `tag == '${tag}'`).join(' or ')} -%}`,
    close: '{%- endif %}',
  },
} as const

/** Old codes that devices still send for a language. */
const alsoSentAs: Readonly<Record<string, readonly string[]>> = {
  he: ['iw'],
  id: ['in'],
  yi: ['ji'],
  jv: ['jw'],
  ro: ['mo'],
  fil: ['tl'],
  nb: ['no', 'nn'],
}

/** As many languages whose own name is known as are asked for, from all over the alphabet, English left out. */
function languages(count: number): readonly string[] {
  const known = cldrLocales.filter(
    (tag) => /^[a-z]{2,3}$/.test(tag) && isKnownLanguage(tag) && !/^(?:en|no|nn|und)$/.test(tag),
  )
  const all = Intl.DisplayNames.supportedLocalesOf(known)
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!)
}

/**
 * The recommended template for many languages; each text is what its speakers call the language.
 * @param text of a language by its own name
 */
export function idiom(
  count: number,
  shape: keyof typeof shapes = 'case',
  { variable, text = (name: string) => `${name}: {{ code }}`, around = ['', ''] }: Wording = {},
): string {
  const { open, arm, close } = shapes[shape]
  const arms = languages(count - 1).map(
    (tag, i) => arm([tag, ...(alsoSentAs[tag] ?? [])], i) + text(ownName(tag)),
  )
  return [cut(variable), around[0], open, ...arms, `{%- else -%}${text('English')}`, close]
    .concat(around[1])
    .join('')
}

/** With the apostrophe that GSM-7 has. */
const ownName = (tag: string): string => languageName(tag, tag).replace(/[‘’ʻ]/g, "'")

interface Wording {
  readonly variable?: string
  readonly text?: (name: string) => string
  /** What stands before and after the text of every language. */
  readonly around?: readonly [string, string]
}
