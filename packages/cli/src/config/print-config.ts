import { type CheckOptions, openTemplate, optionsFor, type Profile, rules } from '@codeword/core'
import type { commonOptions } from '../common-options.ts'
import type { Host } from '../host.ts'
import { openFile } from '../open-file.ts'
import type { Values } from '../options.ts'
import { type Layer, merged } from './layers.ts'
import { layersOf } from './settings.ts'

/** A setting and who set it: the last layer that says something. */
interface Origin {
  readonly value: unknown
  readonly from: string
}

/**
 * Prints what holds for a file, and for each setting who said so, as JSON.
 * @param severities those of `--rule`
 * @throws Failure for a file that holds nothing of ours
 */
export async function printConfig(
  path: string,
  values: Values<typeof commonOptions>,
  severities: NonNullable<CheckOptions['severities']>,
  host: Host,
): Promise<void> {
  const layers = await layersOf(values, host)
  const source = await openFile(path, host)
  const all = [...layers(path), { from: 'command line', options: { severities } }]
  const [embedded] = source.templates
  const profile = embedded && openTemplate(embedded, merged(all)).profile
  // What a layer says of the profile holds for the file.
  const own = all.map(({ from, options }) => ({
    from,
    options: profile === undefined ? options : optionsFor(profile, options),
  }))
  host.out(`${JSON.stringify(effective(path, profile, own), null, 2)}\n`)
}

function effective(path: string, profile: Profile | undefined, layers: readonly Layer[]): object {
  const origin = (read: (options: CheckOptions) => unknown, usual: unknown): Origin => {
    const layer = layers.findLast(({ options }) => read(options) !== undefined)
    return layer === undefined
      ? { value: usual, from: 'default' }
      : { value: read(layer.options), from: layer.from }
  }
  const said = origin(({ profile: given }) => given?.name, undefined)
  return {
    file: path,
    profile: said.value === undefined ? { value: profile?.name ?? null, from: 'inferred' } : said,
    domain: origin(({ domain }) => domain, 'header'),
    languages: origin(({ languages }) => languages, null),
    fallback: origin(({ fallback }) => fallback, null),
    segments: origin(({ segmentLimit }) => segmentLimit, null),
    rules: Object.fromEntries(
      rules.map(({ name, severity }) => {
        const { value, from } = origin(({ severities }) => severities?.[name], severity)
        return [name, { value: value === 'warning' ? 'warn' : value, from }]
      }),
    ),
  }
}
