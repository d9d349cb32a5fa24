import type { FileReport } from '../check/lint-source.ts'
import type { Severity } from '../lint/diagnostic.ts'
import type { Rule } from '../lint/rule.ts'
import { rules } from '../rules/index.ts'
import { type Fingerprinted, fingerprinted } from './fingerprint.ts'
import { growingList } from './growing-list.ts'
import { heaviest } from './heaviest.ts'
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
export const sarif: Format = (look) => {
  const results = heaviest<Kept>(mostResults)
  let came = 0
  return {
    add(file) {
      const located = locating(file.text, repositoryPath(file.path, look))
      for (const found of fingerprinted(file)) {
        const { rule, severity } = found.diagnostic
        const result = JSON.stringify(resultJson(found, file, located))
        results.add(severity, { at: came++, rule, result })
      }
      return ''
    },
    end() {
      const kept = results.kept()
      const dropped = results.dropped()
      return log(dropped > 0 ? kept : kept.toSorted((a, b) => a.at - b.at), dropped)
    },
  }
}

/** A result, as text, which is small, until the rules are known that stand before all results. */
interface Kept {
  /** Which one in the order of the files. */
  readonly at: number
  readonly rule: string
  readonly result: string
}

function* log(kept: readonly Kept[], dropped: number): Generator<string> {
  const reported = new Set(kept.map(({ rule }) => rule))
  const listed = rules.filter(({ name }) => reported.has(name))
  const indices = new Map(listed.map(({ name }, index) => [name, index]))
  const results = growingList(() => logJson(listed, dropped))
  for (const { rule, result } of kept) {
    const ruleIndex = indices.get(rule)
    yield results.add({
      ruleId: rule,
      ...(ruleIndex !== undefined && { ruleIndex }),
      ...JSON.parse(result),
    })
  }
  yield results.end()
}

const logJson = (listed: readonly Rule[], dropped: number): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Codeword', informationUri: home, rules: listed.map(ruleJson) } },
      invocations: [
        {
          executionSuccessful: true,
          ...(dropped > 0 && { toolExecutionNotifications: [leftOut(dropped)] }),
        },
      ],
      columnKind: 'utf16CodeUnits',
      newlineSequences: ['\r\n', '\n', '\r'],
      results: [],
    },
  ],
})

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

function resultJson(
  { diagnostic, fingerprint }: Fingerprinted,
  file: FileReport,
  located: SarifFile,
): object {
  const { severity, proved, witness } = diagnostic
  const fixes = located.fixes(diagnostic.fixes ?? [])
  return {
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
