import type { FileReport } from '../check/lint-source.ts'
import type { Severity } from '../lint/diagnostic.ts'
import type { Rule } from '../lint/rule.ts'
import { weights } from '../lint/severity.ts'
import { rules } from '../rules/index.ts'
import { type Fingerprinted, fingerprinted } from './fingerprint.ts'
import { inertJson } from './inert.ts'
import { counted, docsOf, type Format, repositoryPath } from './report.ts'
import { locating, type SarifFile } from './sarif-location.ts'
import { statementLines } from './witness.ts'

/**
 * GitHub refuses a run with more results. https://docs.github.com/en/code-security/reference/code-scanning/
 * sarif-files/sarif-support-for-code-scanning#validating-your-sarif-file
 */
const mostResults = 25_000

/** Where people read about Codeword. */
const home = 'https://www.npmjs.com/package/codeword'

/**
 * SARIF 2.1.0, for code scanning. Messages have no arguments, so braces in them are not doubled.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */
export const sarif: Format = (files, look) => {
  const all = files.flatMap((file) => {
    const located = locating(file.text, repositoryPath(file.path, look))
    return fingerprinted(file).map((found) => ({ found, file, located }))
  })
  const kept = all.length <= mostResults ? all : all.toSorted(heavierFirst).slice(0, mostResults)
  const reported = new Set(kept.map(({ found }) => found.diagnostic.rule))
  const listed = rules.filter(({ name }) => reported.has(name))
  return inertJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Codeword', informationUri: home, rules: listed.map(ruleJson) } },
        invocations: [
          {
            executionSuccessful: true,
            ...(kept.length < all.length && {
              toolExecutionNotifications: [leftOut(all.length - kept.length)],
            }),
          },
        ],
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results: kept.map((each) => resultJson(each, listed)),
      },
    ],
  })
}

interface Located {
  readonly found: Fingerprinted
  readonly file: FileReport
  readonly located: SarifFile
}

const heavierFirst = (a: Located, b: Located): number =>
  weights[b.found.diagnostic.severity] - weights[a.found.diagnostic.severity]

const leftOut = (n: number): object => ({
  level: 'warning',
  message: { text: `${counted(n, 'more finding')} left out: GitHub takes no more in one run` },
})

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

const ruleJson = ({ name, group, severity, summary }: Rule): object => ({
  id: name,
  shortDescription: { text: summary },
  helpUri: `${home}#${name}`,
  help: { text: `${summary} See ${docsOf(name)}, or ask: codeword rules ${name}` },
  defaultConfiguration: { level: levels[severity] },
  properties: { tags: [group] },
})

function resultJson({ found, file, located }: Located, listed: readonly Rule[]): object {
  const { diagnostic, fingerprint } = found
  const { rule, severity, proved, witness } = diagnostic
  const ruleIndex = listed.findIndex(({ name }) => name === rule)
  const fixes = located.fixes(diagnostic.fixes ?? [])
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: plainText(statementLines(diagnostic).join('\n')) },
    locations: [{ physicalLocation: located.location(diagnostic) }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(fixes.length > 0 && { fixes }),
    properties: {
      ...(file.profile !== undefined && { profile: file.profile }),
      ...(proved !== undefined && { proved }),
      ...(witness !== undefined && { domain: witness.domain }),
    },
  }
}

/** `[words](target)` in a message would be a link: section 3.11.6. */
const plainText = (text: string): string => text.replaceAll('](', '] (')
