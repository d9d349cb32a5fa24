import { cldrRegions } from '../../language/cldr-locales.generated.ts'
import { deprecatedLanguages, expectedScript, primary } from '../../language/tag.ts'
import type { Alphabet } from '../alphabet/alphabet.ts'
import { explore, groupClasses, type Machine } from '../automata/machine.ts'
import { minimise } from '../automata/minimise.ts'

/** One word of interest: how a supported language, or a region that decides the script, is written. */
interface Word {
  /** The supported language that a tag beginning so finds, by index. */
  readonly found?: number
  /** The script that this language and region are written in. */
  readonly script?: string
  /** A primary subtag with supported languages. */
  readonly language?: string
}

/** What lookup needs to know of the supported languages. */
export interface Supported {
  readonly words: ReadonlyMap<string, Word>
  /** By language: its own index, its default script, and the index of each script that is told apart. */
  readonly languages: ReadonlyMap<string, LanguageFacts>
}

interface LanguageFacts {
  readonly bare: number | undefined
  readonly script: string | undefined
  readonly scripts: ReadonlyMap<string, number>
}

/** Lower case, `-` for `_`, and today's code for a deprecated language. */
export const normalized = (tag: string): string =>
  tag
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^[^-]*/, primary)

/** Prepares RFC 4647 lookup among languages; of two that are written alike the later counts. */
export function supportedFor(languages: readonly string[]): Supported {
  const words = new Map<string, Word>()
  const put = (word: string, facts: Word): void => {
    words.set(word, { ...words.get(word), ...facts })
  }
  const index = new Map(languages.map((language, i) => [normalized(language), i]))
  const facts = new Map<string, LanguageFacts>()
  for (const language of new Set([...index.keys()].map(primary))) {
    const scripts = new Map(
      [...index].flatMap(([tag, i]): [string, number][] =>
        new RegExp(`^${language}-[a-z]{4}$`).test(tag) ? [[tag.slice(-4), i]] : [],
      ),
    )
    const script = scripts.size > 0 ? expectedScript(language)?.toLowerCase() : undefined
    facts.set(language, { bare: index.get(language), script, scripts })
    for (const spelling of spellings(language)) {
      put(spelling, { language })
      for (const [tag, found] of index)
        if (primary(tag) === language && tag !== language)
          put(spelling + tag.slice(language.length), { found })
      if (scripts.size === 0) continue
      for (const region of cldrRegions) {
        const there = expectedScript(`${language}-${region}`)?.toLowerCase()
        if (there !== undefined && there !== script)
          put(`${spelling}-${region.toLowerCase()}`, { script: there })
      }
    }
  }
  return { words, languages: facts }
}

const spellings = (language: string): readonly string[] => [
  language,
  ...[...deprecatedLanguages].flatMap(([old, today]) => (today === language ? [old] : [])),
]

interface State {
  /** What was read, as far as it begins a word of interest; '?' beyond. */
  readonly read: string
  readonly subtag: number
  /** The second subtag, while it may be a script: the number of its letters. */
  readonly letters: number
  readonly language: string | undefined
  readonly found: number | undefined
  readonly script: string | undefined
  /** After `#`: the letters so far, '?' once they are no script that counts. */
  readonly hash: string | undefined
}

/**
 * Labels a tag with 1 + the index of the supported language that lookup finds for it, 0 for none: the longest
 * that the tag begins with, then `language-Script` as CLDR expects it, then the language
 * (RFC 4647 section 3.4; the same as `expectedLanguage` of the language module).
 */
export function lookupMachine(alphabet: Alphabet, supported: Supported): Machine {
  const prefixes = new Set<string>()
  for (const word of supported.words.keys())
    for (let i = 0; i <= word.length; i++) prefixes.add(word.slice(0, i))
  const scripts = new Set([...supported.languages.values()].flatMap((f) => [...f.scripts.keys()]))
  const letters = new Set([...prefixes, ...scripts].join(''))
  const characterOf = (class_: number): string => {
    const sample = alphabet.samples[class_]!.toLowerCase()
    return sample === '_' ? '-' : sample
  }
  const kindOf = (class_: number): number => {
    const character = class_ < alphabet.shared ? characterOf(class_) : ''
    if (character === '-' || character === '#' || letters.has(character))
      return character.charCodeAt(0)
    return /^[a-z]$/.test(character) ? 1 : 0
  }
  const start: State = {
    read: '',
    subtag: 0,
    letters: 0,
    language: undefined,
    found: undefined,
    script: undefined,
    hash: undefined,
  }
  return minimise(
    explore<State>(groupClasses(alphabet.size, [kindOf]), {
      start,
      key: (s) =>
        `${s.read}|${s.subtag}|${s.letters}|${s.language}|${s.found}|${s.script}|${s.hash}`,
      step: (state, class_) => {
        const character = class_ < alphabet.shared ? characterOf(class_) : ''
        const next = read(supported, prefixes, state, character)
        // Where no script is told apart, nothing is counted.
        return scripts.size > 0 ? next : { ...next, letters: 0, script: undefined, hash: undefined }
      },
      label: (state) => (result(supported, endSubtag(supported, state)) ?? -1) + 1,
    }),
  )
}

function read(
  supported: Supported,
  prefixes: ReadonlySet<string>,
  state: State,
  character: string,
): State {
  const isEnd = character === '-'
  const ended = isEnd ? endSubtag(supported, state) : state
  const longer = ended.read === '?' ? '?' : ended.read + character
  const next = {
    ...ended,
    read: character !== '' && prefixes.has(longer) ? longer : '?',
  }
  if (isEnd) return { ...next, subtag: Math.min(state.subtag + 1, 2), letters: 0 }
  const letter = /^[a-z]$/.test(character)
  if (character === '#' && state.hash === undefined) return { ...next, hash: '', letters: 9 }
  if (state.hash !== undefined && state.letters === 9) {
    const hash = letter && state.hash.length < 4 ? state.hash + character : '?'
    const known = supported.languages.get(state.language ?? '')?.scripts.keys() ?? []
    const begins = [...known].some((script) => script.startsWith(hash))
    return { ...next, hash: begins ? hash : hash === '?' ? '?' : '?'.padEnd(hash.length, '?') }
  }
  const counting = state.subtag === 1 && letter && state.letters < 5
  return {
    ...next,
    letters: state.subtag === 1 ? (counting ? state.letters + 1 : 6) : state.letters,
  }
}

/** What is known once a subtag is complete. */
function endSubtag({ words }: Supported, state: State): State {
  const word = state.read === '?' ? undefined : words.get(state.read)
  // Three letters: an extended language, which `Intl` does not take, so that no script is expected.
  const explicit =
    state.subtag === 1 && (state.letters === 4 || state.letters === 3) && state.hash === undefined
  return {
    ...state,
    language: state.subtag === 0 ? word?.language : state.language,
    found: word?.found ?? state.found,
    script: explicit ? 'other' : (word?.script ?? state.script),
    letters: state.letters === 9 ? 8 : state.letters,
  }
}

function result({ languages }: Supported, state: State): number | undefined {
  if (state.found !== undefined) return state.found
  const facts = languages.get(state.language ?? '')
  if (!facts) return undefined
  const { bare, script, scripts } = facts
  if (state.subtag === 0 && bare !== undefined) return bare
  // `#Hant` names the script; other letters in its place name one that is not told apart.
  const named = state.hash?.length === 4 ? state.hash : undefined
  return scripts.get(named ?? state.script ?? script ?? '') ?? bare
}
