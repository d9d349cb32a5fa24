import type { Plugin } from 'vite'

/** What a page may load: itself. It can send nothing anywhere. */
const policy = (scripts: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** @param scripts those that may run, as the policy says it */
export const policyTag = (scripts: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="${policy(scripts)}">`

/** Vite's own server needs more, so only what is built has it. */
export const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: (html) => html.replace('<head>', `<head>\n    ${policyTag("'self'")}`),
})
