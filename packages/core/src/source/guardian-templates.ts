import { isTemplateElsewhere } from './markers.ts'
import { itemPaths, nameOf, type ObjectKind } from './object-kind.ts'

/**
 * Guardian's two messages: `guardian/templates/sms.json` of auth0-deploy-cli, or the list under
 * `guardianFactorTemplates` in its tenant.yaml.
 * https://auth0.com/docs/api/management/v2/guardian/put-factor-phone-templates
 */
export const guardianTemplates: ObjectKind = {
  words: ['enrollment_message', 'verification_message'],
  find(document, deployed) {
    const names = ['enrollment_message', 'verification_message']
    const found = itemPaths(document.value, 'guardianFactorTemplates').flatMap((at) =>
      names.flatMap((templateType) => {
        const path = [...at, templateType]
        const hosted = document.textAt(path)
        return hosted === undefined ? [] : [{ path, templateType, hosted }]
      }),
    )
    if (found.length === 0) return undefined
    const inPlace = found.filter(({ hosted }) => !isTemplateElsewhere(hosted.text))
    return {
      connections: [],
      templates: inPlace.map(({ path, templateType, hosted }) => ({
        ...hosted,
        name: nameOf(document, path),
        hints: { templateType },
        surroundings: { deployed },
      })),
    }
  },
}
