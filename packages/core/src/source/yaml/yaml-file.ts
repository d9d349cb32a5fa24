import type { Opener } from '../source-file.ts'

/**
 * YAML files, of which auth0-deploy-cli is the reader: its `tenant.yaml` has connections, phone templates and
 * Guardian's messages in lists. What reads and validates them is loaded with the first.
 */
export const yamlFile: Opener = {
  opens: (path) => /\.ya?ml$/i.test(path),
  open: async (path, text) => {
    const { auth0File, mayConcernAuth0 } = await import('../auth0-file.ts')
    if (!mayConcernAuth0(text, false)) return undefined
    const { parseYaml } = await import('./yaml-text.ts')
    return auth0File(path, text, await parseYaml(text), true)
  },
}
