import type { FileReport } from '../check/lint-source.ts'
import type { Diagnostic } from '../lint/diagnostic.ts'
import { Lines } from '../text/lines.ts'
import { visible } from '../text/visible.ts'
import { inert } from './inert.ts'
import { docsOf, type Format, summarise } from './report.ts'
import { statementLines } from './witness.ts'

/**
 * For what shows test results: a suite for each file and a case for each finding. Errors are failures, as for
 * the exit code; what else there is passes and says so in its output; a clean file has one case that passes.
 * https://github.com/testmoapp/junitxml
 */
export const junit: Format = () => {
  // They wait, for the counts stand before them.
  const suites: string[] = []
  let tests = 0
  let failures = 0
  return {
    add(file) {
      tests += casesOf(file)
      failures += summarise([file]).errors
      suites.push(
        inert(
          suite(file)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      )
      return ''
    },
    end() {
      const counts = attributes({ name: 'codeword', tests, failures, errors: 0, time: 0 })
      return [
        `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts}>\n`,
        ...suites,
        '</testsuites>\n',
      ]
    },
  }
}

const casesOf = ({ diagnostics }: FileReport): number => Math.max(1, diagnostics.length)

function suite(file: FileReport): readonly string[] {
  const { path, text, diagnostics } = file
  const lines = new Lines(diagnostics.length === 0 ? '' : text)
  const counts = {
    tests: casesOf(file),
    failures: summarise([file]).errors,
    errors: 0,
    skipped: 0,
    time: 0,
  }
  const clean = `    <testcase${attributes({ name: 'no findings', classname: path, time: 0 })}/>`
  return [
    `  <testsuite${attributes({ name: path, ...counts })}>`,
    ...(diagnostics.length === 0
      ? [clean]
      : diagnostics.map((diagnostic) => testCase(path, diagnostic, lines))),
    '  </testsuite>',
  ]
}

function testCase(path: string, diagnostic: Diagnostic, lines: Lines): string {
  const { rule, severity, message, start } = diagnostic
  const { line, column } = lines.position(start)
  const of = attributes({ name: `${rule} ${line}:${column}`, classname: path, time: 0 })
  const told = [
    `${path}:${line}:${column} ${severity}`,
    ...statementLines(diagnostic),
    docsOf(rule),
  ]
  const body = told.map(escapeXml).join('\n')
  const inner =
    severity === 'error'
      ? `<failure${attributes({ message, type: severity })}>${body}</failure>`
      : `<system-out>${body}</system-out>`
  return `    <testcase${of}>\n      ${inner}\n    </testcase>`
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')

/** A text as one line of XML 1.0, where no reference can stand for some characters: they are spelt out. */
const escapeXml = (text: string): string =>
  visible(text)
    .replace(/\p{Noncharacter_Code_Point}/gu, (one) => `<U+${hex(one)}>`)
    .replace(/[&<>"']/g, (sign) => entities[sign]!)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const hex = (character: string): string => character.codePointAt(0)!.toString(16).toUpperCase()
