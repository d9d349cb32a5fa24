import { valueAt } from '../text/mistakes.ts'
import { isTemplateElsewhere } from './markers.ts'
import type { ObjectKind } from './object-kind.ts'

/**
 * A branding phone template, as `phone-templates/<type>.json` of auth0-deploy-cli holds it.
 * https://auth0.com/docs/api/management/v2/branding/create-phone-template
 */
export const phoneTemplate: ObjectKind = {
  mentioned: /"(?:otp_verify|otp_enroll|change_password|blocked_account|password_breach)"/,
  find(document, deployed) {
    const templateType = valueAt(document.value, ['type'])
    const hosted = document.textAt(['content', 'body', 'text'])
    if (typeof templateType !== 'string' || hosted === undefined) return undefined
    const syntax = valueAt(document.value, ['content', 'syntax'])
    const surroundings = { deployed, ...(typeof syntax === 'string' && { syntax }) }
    const name = 'content.body.text'
    return {
      connections: [],
      templates: isTemplateElsewhere(hosted.text)
        ? []
        : [{ ...hosted, name, hints: { templateType }, surroundings }],
    }
  },
}
