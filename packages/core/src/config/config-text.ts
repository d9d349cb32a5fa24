import type { CheckOptions } from '../check/options.ts'
import type { DomainName } from '../language/domain.ts'
import { readLanguage } from '../language/read-language.ts'
import type { Severities } from '../lint/severity.ts'
import { profiles } from '../profile/registry.ts'
import { parseJson } from '../source/json/json-text.ts'
import type { HostDocument } from '../source/source-file.ts'
import { Lines } from '../text/lines.ts'
import { type Mistake, mistakeLine, mistakes, type Path, valueAt } from '../text/mistakes.ts'
import { validators } from './config.generated.ts'
import type { ConfigMistake, ConfigResult } from './config.ts'
import { configSchema } from './schema.ts'

/** The file as its author wrote it, once the schema has said that it is right. */
interface Settings {
  readonly profile?: string
  readonly domain?: DomainName | readonly (string | null)[]
  readonly languages?: readonly string[]
  readonly fallback?: string
  readonly segments?: number
  readonly rules?: Readonly<Record<string, keyof typeof severityOf>>
}

interface ConfigFile extends Settings {
  readonly overrides?: readonly (Settings & { readonly files: readonly string[] })[]
}

const severityOf = { off: 'off', info: 'info', warn: 'warning', error: 'error' } as const

/** Reads and checks a configuration; see `readConfig`. */
export async function readConfigText(text: string): Promise<ConfigResult> {
  const document = await parseJson(text)
  const lines = new Lines(text)
  const [first, ...rest] = faultsIn(document).sort((a, b) => a.start - b.start)
  if (first !== undefined) {
    const placed = ({ start, message }: Fault): ConfigMistake => ({
      position: lines.position(start),
      message,
    })
    return { ok: false, mistakes: [placed(first), ...rest.map(placed)] }
  }
  const { overrides = [], ...all } = document.value as ConfigFile
  return {
    ok: true,
    config: {
      options: optionsOf(all),
      overrides: overrides.map(({ files, ...some }) => ({ files, options: optionsOf(some) })),
    },
  }
}

interface Fault {
  readonly start: number
  readonly message: string
}

function faultsIn(document: HostDocument): Fault[] {
  const { value, problem, duplicateKeys } = document
  if (problem !== undefined) return [{ start: problem.start, message: problem.message }]
  const twice = duplicateKeys.map(({ path, start }) => ({
    start,
    message: `${path.join('.')}: is written twice`,
  }))
  const wrong = mistakes(validators.config!, configSchema, value)
    // What `if` leads to is reported by what it leads to.
    .filter(({ keyword }) => keyword !== 'if')
  const found = wrong.length > 0 ? wrong : languageMistakes(value as ConfigFile)
  return [...twice, ...found.map((mistake) => faultAt(mistake, document))]
}

/** What is missing stands nowhere: the fault is where it is missed. */
function faultAt(mistake: Mistake, { keyAt, spanAt }: HostDocument): Fault {
  const { path, atKey } = mistake
  const span = atKey ? keyAt(path) : (spanAt(path) ?? spanAt(path.slice(0, -1)))
  return { start: span?.start ?? 0, message: mistakeLine(mistake) }
}

/** Which texts are language tags no schema can say. */
function languageMistakes(config: ConfigFile): readonly Mistake[] {
  const places: readonly Path[] = [[], ...(config.overrides ?? []).map((_, i) => ['overrides', i])]
  return places.flatMap((place) => {
    const { languages = [], fallback } = valueAt(config, place) as Settings
    const texts: readonly (readonly [Path, string])[] = [
      ...languages.map((text, i) => [[...place, 'languages', i], text] as const),
      ...(fallback === undefined ? [] : [[[...place, 'fallback'], fallback] as const]),
    ]
    return texts.flatMap(([path, text]) => {
      const result = readLanguage(text)
      if ('tag' in result) return []
      return [{ path, atKey: false, keyword: 'language', message: result.problem }]
    })
  })
}

function optionsOf({
  profile,
  domain,
  languages,
  fallback,
  segments,
  rules,
}: Settings): CheckOptions {
  return {
    ...(profile !== undefined && { profile: profiles.get(profile)! }),
    ...(domain !== undefined && { domain }),
    ...(languages !== undefined && { languages: languages.map(tagOf) }),
    ...(fallback !== undefined && { fallback: tagOf(fallback) }),
    ...(segments !== undefined && { segmentLimit: segments }),
    ...(rules !== undefined && { severities: severitiesOf(rules) }),
  }
}

const severitiesOf = (rules: NonNullable<Settings['rules']>): Severities =>
  Object.fromEntries(Object.entries(rules).map(([name, level]) => [name, severityOf[level]]))

function tagOf(text: string): string {
  const result = readLanguage(text)
  return 'tag' in result ? result.tag : text
}
