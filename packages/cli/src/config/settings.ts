import { lstatSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { checkOptions, type commonOptions } from '../common-options.ts'
import type { Host } from '../host.ts'
import type { Values } from '../options.ts'
import { type Layer, type Layers, merged, type Settings } from './layers.ts'

export const configName = 'codeword.config.json'
/** What `codeword connection probe` has seen a tenant do. */
export const tenantName = 'codeword.tenant.json'

/**
 * The settings of a command that judges templates. The configuration file is the one that `--config` names,
 * else the nearest `codeword.config.json` in the current folder or above it; without one nothing is loaded.
 * What is known of the tenant stands in the nearest `codeword.tenant.json`.
 *
 * @throws Failure for an option or a configuration that makes no sense
 */
export async function settingsOf(
  values: Values<typeof commonOptions>,
  host: Host,
): Promise<Settings> {
  const layers = await layersOf(values, host)
  return (path) => merged(layers(path))
}

/** The same, one by one. */
export async function layersOf(values: Values<typeof commonOptions>, host: Host): Promise<Layers> {
  const given = { from: 'command line', options: await checkOptions(values, host) }
  const file = values.config ?? nearest(configName, host.cwd)
  const tenant = nearest(tenantName, host.cwd)
  const always = [...(tenant === undefined ? [] : [await tenantLayer(tenant, host)]), given]
  if (file === undefined) return () => always
  const { loadConfig } = await import('./load-config.ts')
  const configured = await loadConfig(file, host)
  return (path) => [...configured(path), ...always]
}

const tenantLayer = async (file: string, host: Host): Promise<Layer> =>
  (await import('./load-tenant.ts')).loadTenant(file, host)

/** The file of a name in a folder or the nearest one above it. */
export function nearest(name: string, folder: string): string | undefined {
  const file = join(folder, name)
  // A link that leads nowhere is there, too: reading it says so.
  if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) return file
  const parent = dirname(folder)
  return parent === folder ? undefined : nearest(name, resolve(parent))
}
