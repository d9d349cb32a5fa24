import { isTemplateElsewhere } from './markers.ts'
import type { ObjectKind } from './object-kind.ts'

/**
 * Guardian's two messages, as `guardian/templates/sms.json` of auth0-deploy-cli holds them.
 * https://auth0.com/docs/api/management/v2/guardian/put-factor-phone-templates
 */
export const guardianTemplates: ObjectKind = {
  mentioned: /"(?:enrollment|verification)_message"/,
  find(document, deployed) {
    const names = ['enrollment_message', 'verification_message']
    const found = names.flatMap((name) => {
      const hosted = document.textAt([name])
      return hosted === undefined ? [] : [{ name, hosted }]
    })
    if (found.length === 0) return undefined
    const inPlace = found.filter(({ hosted }) => !isTemplateElsewhere(hosted.text))
    return {
      connections: [],
      templates: inPlace.map(({ name, hosted }) => ({
        ...hosted,
        name,
        hints: { templateType: name },
        surroundings: { deployed },
      })),
    }
  },
}
