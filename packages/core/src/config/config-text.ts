import type { CheckOptions } from '../check/options.ts'
import type { DomainName } from '../language/domain.ts'
import { languageMistakes, languageOf } from '../language/read-language.ts'
import type { Severities } from '../lint/severity.ts'
import { profiles } from '../profile/registry.ts'
import { type Mistake, type Path, valueAt } from '../text/mistakes.ts'
import { checkedJson } from './checked-json.ts'
import { validators } from './config.generated.ts'
import type { ConfigLayer, ConfigResult } from './config.ts'
import { type PresetName, presets } from './presets.ts'
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
  readonly extends?: PresetName
  readonly profiles?: Readonly<Record<string, Settings>>
  readonly overrides?: readonly (Settings & { readonly files: readonly string[] })[]
}

const severityOf = { off: 'off', info: 'info', warn: 'warning', error: 'error' } as const

/** Reads and checks a configuration; see `readConfig`. */
export async function readConfigText(text: string): Promise<ConfigResult> {
  const checked = await checkedJson(text, validators.config!, configSchema, (value) =>
    mistakesIn(value as ConfigFile),
  )
  if (!checked.ok) return checked
  return { ok: true, config: { layers: layersOf(checked.value as ConfigFile) } }
}

function layersOf(file: ConfigFile): readonly ConfigLayer[] {
  const { extends: preset, profiles: byProfile, overrides = [], ...all } = file
  const special = Object.entries(byProfile ?? {}).map(([name, some]) => [name, optionsOf(some)])
  return [
    ...(preset === undefined
      ? []
      : [{ place: 'extends', options: { severities: presets[preset] } }]),
    { place: '', options: optionsOf(all) },
    ...(special.length === 0
      ? []
      : [{ place: 'profiles', options: { profiles: Object.fromEntries(special) } }]),
    ...overrides.map(({ files, ...some }, i) => ({
      place: `overrides[${i}]`,
      files,
      options: optionsOf(some),
    })),
  ]
}

/** Which texts are language tags no schema can say. */
function mistakesIn(config: ConfigFile): readonly Mistake[] {
  const places: readonly Path[] = [
    [],
    ...Object.keys(config.profiles ?? {}).map((name) => ['profiles', name]),
    ...(config.overrides ?? []).map((_, i) => ['overrides', i]),
  ]
  return places.flatMap((place) => {
    const { languages = [], fallback } = valueAt(config, place) as Settings
    const texts: readonly (readonly [Path, string])[] = [
      ...languages.map((text, i) => [[...place, 'languages', i], text] as const),
      ...(fallback === undefined ? [] : [[[...place, 'fallback'], fallback] as const]),
    ]
    return texts.flatMap(([path, text]) => languageMistakes(path, text))
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
    ...(languages !== undefined && { languages: languages.map(languageOf) }),
    ...(fallback !== undefined && { fallback: languageOf(fallback) }),
    ...(segments !== undefined && { segmentLimit: segments }),
    ...(rules !== undefined && { severities: severitiesOf(rules) }),
  }
}

const severitiesOf = (rules: NonNullable<Settings['rules']>): Severities =>
  Object.fromEntries(Object.entries(rules).map(([name, level]) => [name, severityOf[level]]))
