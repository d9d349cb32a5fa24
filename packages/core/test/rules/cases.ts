import { describe, expect, it } from 'vitest'
import type { CheckOptions } from '../../src/check/options.ts'
import { type Diagnostic, lintSource, openSource } from '../../src/index.ts'

/** A template (or connection JSON), and what a rule says about it. */
export interface Case {
  readonly name: string
  readonly source: string
  /** The source text of each finding, in order; none: the rule is silent. */
  readonly at: readonly string[]
  /** A part of the first finding's message. */
  readonly says?: string
  /** The witness of the first finding. */
  readonly witness?: string | null
  readonly severity?: Diagnostic['severity']
  readonly options?: CheckOptions
}

/** All diagnostics of a template or of connection JSON. */
export async function diagnose(
  source: string,
  options: CheckOptions = {},
): Promise<readonly Diagnostic[]> {
  const file = await openSource(/^\s*\{\s*"/.test(source) ? 'sms.json' : 'otp.liquid', source)
  if (file === undefined) throw new Error(`neither a template nor a connection: ${source}`)
  return lintSource(file, options).diagnostics
}

/** Throws where a rule says anything else, asked through everything that users run it through. */
export async function checkRule(
  rule: string,
  { source, at, says, witness, severity, options }: Case,
): Promise<void> {
  const all = await diagnose(source, options)
  const found = all.filter((diagnostic) => diagnostic.rule === rule)
  expect(found.map(({ start, end }) => source.slice(start, end))).toEqual(at)
  if (says !== undefined) expect(found[0]?.message).toContain(says)
  if (witness !== undefined) expect(found[0]?.witness?.value).toBe(witness)
  if (severity !== undefined) expect(found[0]?.severity).toBe(severity)
}

/** Tests a table of cases against one rule. */
export function ruleCases(rule: string, cases: readonly Case[]): void {
  describe(rule, () => {
    it.each(cases)('$name', (one) => checkRule(rule, one))
  })
}

/** The recommended idiom around some arms and an else. */
export const byLanguage = (arms: Readonly<Record<string, string>>, otherwise: string): string =>
  [
    "{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}",
    '{%- case tag -%}',
    ...Object.entries(arms).map(([tag, text]) => `{%- when '${tag}' -%}\n${text}`),
    `{%- else -%}\n${otherwise}\n{%- endcase -%}`,
  ].join('\n')
