import { type Path, valueAt } from '../text/mistakes.ts'
import { isTemplateElsewhere } from './markers.ts'
import { itemPaths, nameOf, type ObjectKind } from './object-kind.ts'
import type { EmbeddedTemplate, HostDocument } from './source-file.ts'

/**
 * Branding phone templates: `phone-templates/<type>.json` of auth0-deploy-cli, the list under
 * `phoneTemplates` in its tenant.yaml, or that of the Management API.
 * https://auth0.com/docs/api/management/v2/branding/create-phone-template
 */
export const phoneTemplate: ObjectKind = {
  words: ['otp_verify', 'otp_enroll', 'change_password', 'blocked_account', 'password_breach'],
  find(document, deployed) {
    const paths = itemPaths(document.value, 'phoneTemplates', 'templates').filter((at) =>
      isPhoneTemplate(document, at),
    )
    if (paths.length === 0) return undefined
    return {
      connections: [],
      templates: paths.flatMap((at) => templateAt(document, at, deployed)),
    }
  },
}

const textPath: Path = ['content', 'body', 'text']

const isPhoneTemplate = (document: HostDocument, at: Path): boolean =>
  typeof valueAt(document.value, [...at, 'type']) === 'string' &&
  document.textAt([...at, ...textPath]) !== undefined

function templateAt(
  document: HostDocument,
  at: Path,
  deployed: boolean,
): readonly EmbeddedTemplate[] {
  const path = [...at, ...textPath]
  const hosted = document.textAt(path)!
  if (isTemplateElsewhere(hosted.text)) return []
  const templateType = String(valueAt(document.value, [...at, 'type']))
  const syntax = valueAt(document.value, [...at, 'content', 'syntax'])
  const surroundings = { deployed, ...(typeof syntax === 'string' && { syntax }) }
  return [{ ...hosted, name: nameOf(document, path), hints: { templateType }, surroundings }]
}
