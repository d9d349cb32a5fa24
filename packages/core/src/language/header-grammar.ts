import { lazy } from '../text/lazy.ts'
import {
  anyCase,
  chars,
  choice,
  type Grammar,
  many,
  optional,
  repeat,
  sequence,
} from './grammar.ts'
import { recognizer } from './recognizer.ts'

// Every well-formed value: an RFC 9110 list of tags. The same grammar as ABNF: docs/domains.md.

const alpha = chars('A-Za-z')
const digit = chars('0-9')
const alphanum = chars('0-9A-Za-z')
const separator = chars('-_')

// RFC 5646 section 2.1, https://www.rfc-editor.org/rfc/rfc5646#section-2.1
const script = repeat(4, 4, alpha)
const region = choice(repeat(2, 2, alpha), repeat(3, 3, digit))
const variant = choice(repeat(5, 8, alphanum), sequence(digit, repeat(3, 3, alphanum)))
const language = choice(
  sequence(repeat(2, 3, alpha), repeat(0, 3, separator, repeat(3, 3, alpha))),
  repeat(4, 8, alpha),
)
const extension = (between: Grammar): Grammar =>
  sequence(chars('0-9A-WY-Za-wy-z'), repeat(1, Infinity, between, repeat(2, 8, alphanum)))
const privateUse = (between: Grammar): Grammar =>
  sequence(chars('xX'), repeat(1, Infinity, between, repeat(1, 8, alphanum)))

/** The grandfathered tags that no other production reads; the regular ones are read as langtags. */
const irregularTags: readonly string[] = [
  'en-GB-oed',
  'i-ami',
  'i-bnn',
  'i-default',
  'i-enochian',
  'i-hak',
  'i-klingon',
  'i-lux',
  'i-mingo',
  'i-navajo',
  'i-pwn',
  'i-tao',
  'i-tay',
  'i-tsu',
  'sgn-BE-FR',
  'sgn-BE-NL',
  'sgn-CH-DE',
]

const irregular = lazy(() =>
  choice(
    ...irregularTags.map((tag) => {
      const subtags = tag.split('-').map(anyCase)
      return sequence(...subtags.flatMap((subtag, i) => (i === 0 ? [subtag] : [separator, subtag])))
    }),
  ),
)

const languageTag = lazy(() =>
  choice(
    sequence(
      language,
      optional(separator, script),
      optional(separator, region),
      many(separator, variant),
      many(separator, extension(separator)),
      optional(separator, privateUse(separator)),
    ),
    privateUse(separator),
    irregular(),
  ),
)

// What java.util.Locale.toString() writes and no language tag reads: it holds `#`, `__` or starts
// with `_`. https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Locale.html
const javaLanguage = repeat(2, 8, alpha)
const javaVariants = many('_', variant)
const javaExtensions = choice(
  sequence(extension('-'), many('-', extension('-')), optional('-', privateUse('-'))),
  privateUse('-'),
)
const localeString = choice(
  sequence(
    choice(sequence(javaLanguage, '_', optional(region)), sequence('_', region)),
    javaVariants,
    '_#',
    choice(sequence(script, optional('_', javaExtensions)), javaExtensions),
  ),
  sequence(javaLanguage, '_', repeat(1, Infinity, '_', variant)),
  sequence('_', region, javaVariants),
)

/** One tag as the `header` domain knows it, `*` aside. */
export const headerTag: () => Grammar = lazy((): Grammar => choice(languageTag(), localeString))

/** `qvalue` of RFC 9110 section 12.4.2: 0 to 1 with up to three decimals. */
export const qvalue: Grammar = choice(
  sequence('0', optional('.', repeat(0, 3, digit))),
  sequence('1', optional('.', repeat(0, 3, '0'))),
)

const blanks = many(chars(' \t'))
const element = lazy(() =>
  sequence(choice('*', headerTag()), optional(blanks, ';', blanks, chars('qQ'), '=', qvalue)),
)

/**
 * The `header` domain without null: Accept-Language as RFC 9110 sections 5.6.1.2 and 12.5.4 have
 * recipients read it, empty elements included.
 */
export const headerValue: () => Grammar = lazy(() =>
  sequence(optional(element()), many(blanks, ',', blanks, optional(element()))),
)

/** Whether a text is one tag of the `header` domain: BCP 47 in any case with `-` or `_`, or Java's form. */
export const isHeaderTag: (text: string) => boolean = recognizer(headerTag)
