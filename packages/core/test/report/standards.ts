import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formatsPlugin from 'ajv-formats'
import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** What a report in one format breaks of the standard that the format has. */
export type Faults = (report: string) => readonly string[]

const ajv = new Ajv2020({ allErrors: true, strict: false })
formatsPlugin.default(ajv)

function faultsOf(validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return []
  return validate.errors!.map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

/** The schema that Microsoft publishes; its package does not export the file. */
const sarifFile = fileURLToPath(
  new URL(
    '../../../../node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json',
    import.meta.url,
  ),
)
const sarifSchema = ajv.compile(JSON.parse(readFileSync(sarifFile, 'utf8')))

export const sarifFaults: Faults = (report) => {
  const value = JSON.parse(report)
  const [run, ...others] = value.runs
  return [
    ...faultsOf(sarifSchema, value),
    // https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
    ...(others.length > 0 ? ['more than one run'] : []),
    ...(run.results.length > 25_000 ? ['more than 25,000 results'] : []),
    ...run.results.flatMap(resultFaults),
  ]
}

interface Result {
  readonly ruleId: string
  readonly partialFingerprints: Readonly<Record<string, string>>
}

const resultFaults = ({ ruleId, partialFingerprints }: Result): readonly string[] => [
  ...(/^[a-z0-9-]+$/.test(ruleId) ? [] : [`rule id ${ruleId}`]),
  ...(/^[0-9a-f]{16}:[1-9]\d*$/.test(partialFingerprints.primaryLocationLineHash ?? '')
    ? []
    : ['no fingerprint']),
]

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const gitlabSchema = ajv.compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
})

export const gitlabFaults: Faults = (report) => {
  const value = JSON.parse(report) as readonly { readonly fingerprint: string }[]
  const faults = faultsOf(gitlabSchema, value)
  const different = new Set(value.map(({ fingerprint }) => fingerprint)).size
  return different === value.length ? faults : [...faults, 'a fingerprint stands twice']
}

const count = { type: 'string', pattern: '^\\d+$' }
const text = { type: 'string' }
const output = { anyOf: [text, { type: 'object' }] }

/** Required attributes as in https://github.com/testmoapp/junitxml and Jenkins's junit-10.xsd. */
const junitSchema = ajv.compile({
  type: 'object',
  required: ['@name', '@tests', '@failures', '@errors'],
  properties: {
    '@tests': count,
    '@failures': count,
    testsuite: {
      type: 'array',
      items: {
        type: 'object',
        required: ['@name', '@tests', '@failures', '@errors', '@skipped', '@time', 'testcase'],
        additionalProperties: false,
        properties: {
          '@name': text,
          '@tests': count,
          '@failures': count,
          '@errors': count,
          '@skipped': count,
          '@time': text,
          testcase: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['@name', '@classname', '@time'],
              additionalProperties: false,
              properties: {
                '@name': text,
                '@classname': text,
                '@time': text,
                failure: {
                  type: 'object',
                  required: ['@message', '@type', '#text'],
                  additionalProperties: false,
                  properties: { '@message': text, '@type': text, '#text': text },
                },
                'system-out': output,
              },
            },
          },
        },
      },
    },
  },
})

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'testsuite' || name === 'testcase',
  ignoreDeclaration: true,
})

/** https://www.w3.org/TR/xml/#charsets: nothing else may stand in a document, not even as a reference. */
const noXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u

export interface Suites {
  readonly testsuite: readonly { readonly '@name': string; readonly testcase: readonly object[] }[]
}

export const readJunit = (report: string): Suites => xml.parse(report).testsuites

export const junitFaults: Faults = (report) => {
  const valid = XMLValidator.validate(report)
  if (valid !== true) return [valid.err.msg]
  return [
    // The validator lets it pass: https://www.w3.org/TR/xml/#CleanAttrVals
    ...(/="[^"]*<[^"]*"/.test(report) ? ['< in an attribute'] : []),
    ...(noXml.test(report) ? ['a character that XML does not have'] : []),
    ...faultsOf(junitSchema, readJunit(report)),
  ]
}

const place = {
  type: 'object',
  required: ['line', 'column', 'offset'],
  additionalProperties: false,
  properties: {
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1 },
    offset: { type: 'integer', minimum: 0 },
  },
}

/** As docs/command-line.md shows it. */
const jsonSchema = ajv.compile({
  type: 'object',
  required: ['version', 'files', 'summary'],
  properties: {
    version: { const: 1 },
    files: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'diagnostics'],
        properties: {
          diagnostics: {
            type: 'array',
            items: {
              type: 'object',
              required: ['rule', 'severity', 'message', 'start', 'end', 'fixes', 'docs'],
              properties: {
                severity: { enum: ['error', 'warning', 'info'] },
                start: place,
                end: place,
                fixes: { type: 'array' },
              },
            },
          },
        },
      },
    },
    summary: { type: 'object', required: ['errors', 'warnings', 'infos'] },
  },
})

export const jsonFaults: Faults = (report) => faultsOf(jsonSchema, JSON.parse(report))

/**
 * As the runner reads a line: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const githubFaults: Faults = (report) =>
  report
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      if (line.includes('\r')) return [`two lines: ${line}`]
      if (!line.trimStart().startsWith('::')) {
        return line.includes('##[') ? [`a command: ${line}`] : []
      }
      const [, command, list] = /^::(\w+) (.*?)::/s.exec(line) ?? []
      const keys = list?.split(',').map((property) => property.split('=', 1)[0]) ?? []
      const known = ['file', 'line', 'endLine', 'col', 'endColumn', 'title']
      return ['error', 'warning', 'notice'].includes(command ?? '') &&
        keys.every((key) => known.includes(key ?? ''))
        ? []
        : [`another command: ${line}`]
    })
