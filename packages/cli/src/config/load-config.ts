import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { type CheckOptions, type Config, type ConfigMistake, readConfig } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'
import { merged, type Settings } from './merged.ts'

/**
 * Reads a configuration file.
 * @param path relative to the current folder, or absolute
 * @throws Failure with the place of the first mistake
 */
export async function loadConfig(path: string, host: Host): Promise<Settings> {
  const absolute = resolve(host.cwd, path)
  const shown = isAbsolute(path) ? relative(host.cwd, path) : path
  const file = readTextFile(absolute)
  if ('problem' in file) throw new Failure(`${shown}: ${file.problem}`)
  const result = await readConfig(file.text)
  if (!result.ok) throw new Failure(mistakesLine(shown, result.mistakes))
  const overrides = await overridesOf(result.config)
  return (template) => {
    const inner = relative(dirname(absolute), resolve(host.cwd, template))
    return overrides(inner.split(sep).join('/')).reduce(merged, result.config.options)
  }
}

/** The first of several mistakes in a file, and how many more there are. */
export function mistakesLine(path: string, [first, ...rest]: readonly ConfigMistake[]): string {
  const { position, message } = first!
  const more = rest.length === 0 ? '' : ` (and ${rest.length} more)`
  return `${path}:${position.line}:${position.column}: ${message}${more}`
}

type Overrides = (path: string) => readonly CheckOptions[]

/** The overrides for a path from the folder of the file. Files outside of that folder have none. */
async function overridesOf({ overrides }: Config): Promise<Overrides> {
  if (overrides.length === 0) return () => []
  const { default: ignore } = await import('ignore')
  const matchers = overrides.map(({ files, options }) => ({
    matches: ignore().add([...files]),
    options,
  }))
  return (path) =>
    ignore.isPathValid(path)
      ? matchers.filter(({ matches }) => matches.ignores(path)).map(({ options }) => options)
      : []
}
