import { parseAcceptLanguage } from '../../language/accept-language.ts'
import { expectedScript, primary } from '../../language/tag.ts'
import { remembered } from '../../text/lazy.ts'
import type { Alphabet } from '../alphabet/alphabet.ts'
import { type Machine, product } from '../automata/machine.ts'
import { minimise } from '../automata/minimise.ts'
import { headerTagPredicate } from '../domains/domains.ts'
import { perAlphabet } from './memo.ts'
import { lookupMachine, normalized, type Supported, supportedFor } from './tag-machine.ts'

/** Supported languages among which tags are looked up. */
export interface Group {
  /** Equal keys mean equal languages. */
  readonly key: string
  /** The language that lookup finds for a tag, by index. */
  readonly find: (tag: string) => number | undefined
  /** Labels a tag with 1 + the index of its language, 0 for none. */
  readonly lookup: (alphabet: Alphabet) => Machine
  /** The same plus 1 for what is a tag of a header, 0 for what is none. */
  readonly validLookup: (alphabet: Alphabet) => Machine
}

/** Languages of one primary subtag are asked about by many templates, whatever others these serve. */
export const groupOf: (languages: readonly string[]) => Group = (languages) =>
  groups(JSON.stringify(languages))

const groups = remembered((key): Group => {
  const supported = supportedFor(JSON.parse(key) as string[])
  const lookup = perAlphabet((alphabet) => lookupMachine(alphabet, supported))
  return {
    key,
    find: finder(supported),
    lookup,
    validLookup: perAlphabet((alphabet) =>
      minimise(
        product(lookup(alphabet), headerTagPredicate.machine(alphabet), (found, valid) =>
          valid ? found + 1 : 0,
        ),
      ),
    ),
  }
})

/** An element of a list. */
export interface Read {
  readonly tag: string
  readonly valid: boolean
  readonly refused: boolean
  readonly parameters: boolean
  /** Nothing at all, not even a blank. */
  readonly empty: boolean
  readonly family: string
}

/** The elements of a value. */
export const elementsOf: (value: string) => readonly Read[] = remembered(
  (value) =>
    parseAcceptLanguage(value).map(({ tag, q, parameters }) => ({
      empty: value === '',
      tag,
      valid: headerTagPredicate.test(tag),
      refused: q === 0,
      parameters,
      family: familyOf(tag),
    })),
  20_000,
)

/** The primary subtag, the same for Norwegian and its two written forms. */
export function familyOf(tag: string): string {
  const language = primary(tag)
  return language === 'nb' || language === 'nn' ? 'no' : language
}

/** Lookup by table; the machines say the same. */
function finder({ words, languages }: Supported): (tag: string) => number | undefined {
  return remembered((tag: string) => {
    const language = primary(tag)
    const facts = languages.get(language)
    if (!facts) return undefined
    const wanted = normalized(tag)
    if (wanted === language && facts.bare !== undefined) return facts.bare
    for (let end = wanted.length; end > language.length; end = wanted.lastIndexOf('-', end - 1)) {
      const found = words.get(wanted.slice(0, end))?.found
      if (found !== undefined) return found
    }
    if (facts.scripts.size === 0) return facts.bare
    return facts.scripts.get(expectedScript(tag)?.toLowerCase() ?? '') ?? facts.bare
  })
}
