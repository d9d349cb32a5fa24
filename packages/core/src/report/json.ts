import type { FileReport } from '../check/lint-source.ts'
import type { Diagnostic, Fix } from '../lint/diagnostic.ts'
import { Lines } from '../text/lines.ts'
import { growingList } from './growing-list.ts'
import { docsOf, type Format, noFindings, sum, summarise } from './report.ts'

/** For programs. The shape is a promise: keys are added, never renamed or removed. */
export const json: Format = () => {
  const report = (): object => ({ version: 1, files: [], summary })
  let summary = noFindings
  const files = growingList(report)
  return {
    add(file) {
      summary = sum(summary, summarise([file]))
      return files.add(fileJson(file))
    },
    end: () => [files.end()],
  }
}

/** One file of it. */
export function fileJson({ path, text, profile, diagnostics }: FileReport): object {
  const lines = diagnostics.length === 0 ? undefined : new Lines(text)
  return {
    path,
    ...(profile !== undefined && { profile }),
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, lines!)),
  }
}

function diagnosticJson(diagnostic: Diagnostic, lines: Lines): object {
  const { rule, severity, message, proved, start, end, witness, fixes = [] } = diagnostic
  const place = (offset: number): object => ({ ...lines.position(offset), offset })
  return {
    rule,
    severity,
    message,
    ...(proved !== undefined && { proved }),
    start: place(start),
    end: place(end),
    ...(witness !== undefined && {
      witness: {
        variable: witness.variable,
        value: witness.value,
        ...(witness.inputs && { inputs: witness.inputs }),
        text: witness.text,
        domain: witness.domain,
      },
    }),
    fixes: fixes.map(fixJson),
    docs: docsOf(rule),
  }
}

const fixJson = ({ title, safe, edits }: Fix): object => ({
  title,
  safe,
  edits: edits.map(({ start, end, text }) => ({ start, end, text })),
})
