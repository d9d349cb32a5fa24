import type { CheckedFile } from '../check/lint-source.ts'
import type { OpenTemplate } from '../check/open-template.ts'
import { explanationJson } from './explain/json.ts'
import { inertJson } from './inert.ts'
import { fileJson } from './json.ts'
import { summarise } from './report.ts'

/**
 * The overview for programs: what lint says about each file, and who reads what of each template. The shape is a
 * promise: keys are added, never renamed or removed.
 */
export const overviewJson = (files: readonly CheckedFile[]): string =>
  inertJson({
    version: 1,
    files: files.map(({ report, opened }) => ({
      ...fileJson(report),
      templates: opened.map((one) => templateJson(report.path, one)),
    })),
    summary: summarise(files.map(({ report }) => report)),
  })

/** A template that Liquid rejects has nothing to explain. */
function templateJson(path: string, opened: OpenTemplate): object {
  const analysis = opened.analysis()
  return {
    name: opened.embedded.name,
    explanation: analysis === undefined ? null : explanationJson({ path, opened, analysis }),
  }
}
