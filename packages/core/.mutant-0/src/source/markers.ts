/**
 * The keywords of auth0-deploy-cli: before it reads a file, it replaces `@@KEY@@` (and the quotes around
 * it) by a JSON value and `##KEY##` by plain text.
 * https://github.com/auth0/auth0-deploy-cli/blob/master/docs/keyword-replacement.md
 */
const marker = /@@[^@\s"'\\]+@@|##[^#\s"'\\]+##/

const allMarkers = new RegExp(`^(?:\\s*(?:${marker.source}))+\\s*$`)

/** Whether some part of a value will be replaced, so that nothing can be said about it. */
export const hasMarker = (value: unknown): boolean =>
  typeof value === 'string' && marker.test(value)

/** Whether all of a value will be replaced. */
export const isMarker = (value: unknown): boolean =>
  typeof value === 'string' && allMarkers.test(value)

/** The names of the `@@placeholders@@` that Auth0 itself replaces; see `auth0Sms.placeholders`. */
const placeholders = /^(?:password|code|application\.name)$/i

/** Whether a file speaks to deploy-cli: a `##KEY##`, or an `@@KEY@@` that is none of Auth0's own. */
export function mentionsDeployKeywords(text: string): boolean {
  const keywords = text.matchAll(/##[A-Z0-9_]+##|@@([A-Z0-9_]+)@@/g)
  return [...keywords].some(([, name]) => name === undefined || !placeholders.test(name))
}

/** Whether a whole template is one keyword, so that its text is elsewhere. */
export const isTemplateElsewhere = (template: string): boolean =>
  /^(?:##[A-Z0-9_]+##|@@[A-Z0-9_]+@@)$/.test(template) && mentionsDeployKeywords(template)
