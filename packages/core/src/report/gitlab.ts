import type { FileReport } from '../check/lint-source.ts'
import type { Severity } from '../lint/diagnostic.ts'
import { Lines } from '../text/lines.ts'
import { fingerprinted, fnv1a } from './fingerprint.ts'
import { growingList } from './growing-list.ts'
import { type Format, type Look, repositoryPath } from './report.ts'
import { statementLines } from './witness.ts'

/** GitLab knows `info`, `minor`, `major`, `critical` and `blocker`. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
}

/**
 * A Code Quality report for GitLab.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: Format = (look) => {
  const list = growingList(() => [])
  return {
    add: (file) => violations(file, look).map(list.add).join(''),
    end: () => [list.end()],
  }
}

function violations(file: FileReport, look: Look): readonly object[] {
  const lines = new Lines(file.diagnostics.length === 0 ? '' : file.text)
  const path = repositoryPath(file.path, look)
  return fingerprinted(file).map(({ diagnostic, fingerprint }) => ({
    description: statementLines(diagnostic).join('\n'),
    check_name: diagnostic.rule,
    // One fingerprint may stand only once in a report, and two files may be alike.
    fingerprint: fnv1a(`${path}\n${fingerprint}`),
    severity: severities[diagnostic.severity],
    location: { path, lines: { begin: lines.position(diagnostic.start).line } },
  }))
}
