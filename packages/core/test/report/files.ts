import type { FileReport } from '../../src/check/lint-source.ts'
import type { Format, Look } from '../../src/report/report.ts'

const sample = "{% if request_language contains 'dutch' %}\n  Uw code: @@password@@\n{% endif %}\n"

/** A file with one finding of each severity, one of them with a witness and a fix. */
export const otp: FileReport = {
  path: 'sms/otp.liquid',
  text: sample,
  templates: [{ start: 0, end: sample.length }],
  profile: 'auth0-sms',
  diagnostics: [
    {
      rule: 'empty-message',
      severity: 'error',
      message: 'A phone set to German (`de`) gets an empty message: no branch answers',
      start: 0,
      end: 42,
      proved: false,
      witness: { variable: 'request_language', value: 'de', text: '\n', domain: 'tag' },
    },
    {
      rule: 'unknown-language',
      severity: 'warning',
      message: '`dutch` is no language tag, so no phone sends it: Dutch is `nl`',
      start: 32,
      end: 39,
      fixes: [{ title: 'Use nl', safe: true, edits: [{ start: 33, end: 38, text: 'nl' }] }],
    },
    {
      rule: 'edge-whitespace',
      severity: 'info',
      message: 'The message begins with 3 blank characters',
      start: 42,
      end: 45,
    },
  ],
}

export const clean: FileReport = {
  path: 'clean.liquid',
  text: 'Code: @@password@@',
  templates: [{ start: 0, end: 18 }],
  profile: 'auth0-sms',
  diagnostics: [],
}

/** Names a style where it begins and ends, so that tests can see colour. */
export const marks = (style: string, text: string): string => `<${style}>${text}</${style}>`

/** A whole report as one text. */
export function written(format: Format, files: readonly FileReport[], look: Look): string {
  const { add, end } = format(look)
  return [...files.map(add), ...end()].join('')
}
