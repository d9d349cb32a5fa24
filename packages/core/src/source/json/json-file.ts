import { mentionsDeployKeywords } from '../markers.ts'
import type { Opener } from '../source-file.ts'

/** The folders in which auth0-deploy-cli looks. */
const deployFolder =
  /(?:^|[\\/])(?:connections|phone-templates|guardian[\\/]templates)[\\/][^\\/]+$/

/** JSON files; what reads and validates them is loaded with the first. */
export const jsonFile: Opener = {
  opens: (path) => /\.json$/i.test(path),
  open: async (path, text) => {
    const { auth0File, mayConcernAuth0 } = await import('../auth0-file.ts')
    if (!mayConcernAuth0(text, true)) return undefined
    const { parseJson } = await import('./json-text.ts')
    const deployed = deployFolder.test(path) || mentionsDeployKeywords(text)
    return auth0File(path, text, await parseJson(text), deployed)
  },
}
