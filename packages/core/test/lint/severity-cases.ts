import { expect } from 'vitest'
import type { CheckOptions, Severity } from '../../src/index.ts'
import { diagnose } from '../rules/cases.ts'

/** Real browsers get both texts. */
const real =
  "{% if request_language contains 'fr' %}Votre code est @@password@@{% endif %}{% if request_language contains 'en' %}Your code is @@password@@{% endif %}"
/** Only a header that no client sends gets both texts. */
const contrived = real.replace("'en'", "'dutch'")

const overlap = 'overlapping-branches'

/** Nobody but who sends this header gets an empty message. */
const unless = (value: string): string =>
  `{% unless request_language == '${value}' %}Your code is @@password@@{% endunless %}`

/** A template with options, and how heavy a finding of a rule is; undefined: there is none. */
export interface SeverityCase {
  readonly name: string
  readonly source: string
  readonly options: CheckOptions
  readonly rule: string
  readonly severity: Severity | undefined
}

const asked = (configured: Severity | 'off'): CheckOptions => ({
  severities: { [overlap]: configured },
})

export const severityCases: readonly SeverityCase[] = [
  { name: 'the rule decides', source: real, options: {}, rule: overlap, severity: 'error' },
  {
    name: 'the user lowers it',
    source: real,
    options: asked('info'),
    rule: overlap,
    severity: 'info',
  },
  {
    name: 'a far-fetched witness lowers it',
    source: contrived,
    options: {},
    rule: overlap,
    severity: 'warning',
  },
  {
    name: 'a far-fetched witness stays low, whatever the user asks',
    source: contrived,
    options: asked('error'),
    rule: overlap,
    severity: 'warning',
  },
  {
    name: 'the user lowers it further',
    source: contrived,
    options: asked('info'),
    rule: overlap,
    severity: 'info',
  },
  {
    name: 'the user silences it',
    source: real,
    options: asked('off'),
    rule: overlap,
    severity: undefined,
  },
  // Who gets an empty message is a header of a form that no client sends, or no header at all.
  ...(
    [
      ['en-xx', 'header', 'warning'],
      ['en-xx', 'real', 'info'],
      ['!', 'any', 'info'],
      ['!', 'header', 'info'],
    ] as const
  ).map(([value, domain, severity]) => ({
    name: `what only '${value}' shows, where ${domain} is required`,
    source: unless(value),
    options: { domain },
    rule: 'empty-message',
    severity,
  })),
]

/** The finding weighs as much. */
export async function checkSeverity({
  source,
  options,
  rule,
  severity,
}: SeverityCase): Promise<void> {
  const found = await diagnose(source, options)
  expect(found.find((one) => one.rule === rule)?.severity).toBe(severity)
}

/** Of two findings at one place the heavier comes first. */
export async function checkOrder(): Promise<void> {
  const told = async (severities: CheckOptions['severities'] = {}): Promise<string> =>
    (await diagnose('\nYour code', { severities })).map(({ rule }) => rule).join()
  expect(await told()).toBe('code-missing,edge-whitespace')
  expect(await told({ 'code-missing': 'info', 'edge-whitespace': 'error' })).toBe(
    'edge-whitespace,code-missing',
  )
}
