import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { type ConfigLayer, type PlacedMistake, readConfig } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'
import type { Layer, Layers } from './layers.ts'

/**
 * Reads a configuration file.
 * @param path relative to the current folder, or absolute
 * @throws Failure with the place of the first mistake
 */
export async function loadConfig(path: string, host: Host): Promise<Layers> {
  const absolute = resolve(host.cwd, path)
  const shown = isAbsolute(path) ? relative(host.cwd, path) : path
  const file = readTextFile(absolute)
  if ('problem' in file) throw new Failure(`${shown}: ${file.problem}`)
  const result = await readConfig(file.text)
  if (!result.ok) throw new Failure(mistakesLine(shown, result.mistakes))
  const layers = await Promise.all(result.config.layers.map((layer) => matching(layer, shown)))
  return (template) => {
    const inner = relative(dirname(absolute), resolve(host.cwd, template)).split(sep).join('/')
    return layers.filter(({ matches }) => matches(inner))
  }
}

/** The first of several mistakes in a file, and how many more there are. */
export function mistakesLine(path: string, [first, ...rest]: readonly PlacedMistake[]): string {
  const { position, message } = first!
  const more = rest.length === 0 ? '' : ` (and ${rest.length} more)`
  return `${path}:${position.line}:${position.column}: ${message}${more}`
}

interface MatchingLayer extends Layer {
  /** Whether it holds for a path from the folder of the file; what lies outside of it matches no pattern. */
  readonly matches: (path: string) => boolean
}

async function matching(
  { place, files, options }: ConfigLayer,
  shown: string,
): Promise<MatchingLayer> {
  const from = place === '' ? shown : `${shown}, ${place}`
  if (files === undefined) return { from, options, matches: () => true }
  const { default: ignore } = await import('ignore')
  const patterns = ignore().add([...files])
  return { from, options, matches: (path) => ignore.isPathValid(path) && patterns.ignores(path) }
}
