import type { Plugin } from 'vitest/config'

/**
 * Keeps Vite from reading modules of ours as JSON because the file that they were made from has that name. Vite 8
 * sees that such a module is JavaScript already; 6 and 7 do not.
 *
 * @param plugins of a resolved configuration, changed in place
 */
export function keepFromJsonPlugin(
  plugins: readonly Plugin[],
  isOurs: (id: string) => boolean,
): void {
  const plugin = plugins.find(({ name }) => name === 'vite:json')
  const transform = plugin?.transform
  if (plugin === undefined || transform === undefined) return
  const handler = typeof transform === 'function' ? transform : transform.handler
  const kept: typeof handler = function (code, id, ...rest) {
    return isOurs(id) ? undefined : handler.call(this, code, id, ...rest)
  }
  plugin.transform = typeof transform === 'function' ? kept : { ...transform, handler: kept }
}
