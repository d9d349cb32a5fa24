import type { Reporter, TestProject, Vitest } from 'vitest/node'
import type {} from './reached.ts'

/**
 * Brings templates into Vitest's own coverage, whatever provider collects it: every report, threshold and shard
 * has them. To be called while Vitest is configured.
 *
 * @param patterns of files below the project's root that are to stand in the report even if no fixture speaks of
 *   them
 */
export function coverTemplates(
  { project, vitest }: { readonly project: TestProject; readonly vitest: Vitest },
  patterns: readonly string[],
): void {
  const { coverage } = vitest.config
  project.provide('codewordCoverage', coverage.enabled)
  if (!coverage.enabled) return
  coverage.exclude = [...(coverage.exclude ?? []), ...noJavaScript, ...patterns]
  vitest.config.reporters.push(coverageReporter(vitest, project.config.root, patterns))
}

/** What the provider would read as JavaScript where `coverage.include` has it and nothing imported it. */
const noJavaScript: readonly string[] = ['**/*.liquid', '**/*.codeword.*']

/**
 * Vitest gives a reporter the map that it is about to write reports from and to hold against thresholds, and
 * keeps what is changed in it. That is not documented; a test holds each major version to it.
 */
const coverageReporter = (vitest: Vitest, root: string, patterns: readonly string[]): Reporter => ({
  onCoverage: async (coverage) => {
    const { untouched } = await import('./untouched.ts')
    const map = coverage as CoverageMap
    const files = vitest.state.getTestModules()
    const touched = files.flatMap((file) => file.meta().codewordCoverage ?? [])
    const paths = new Set(touched.map(({ path }) => path))
    const all = [...touched, ...(await untouched(root, patterns, paths))]
    for (const { path } of all) paths.add(path)
    // To Vitest the file is a module of one line; and the plugin of another project may have been here before.
    map.filter((path) => !paths.has(path))
    // The map keeps what it is given and counts on in it.
    for (const each of all) map.addFileCoverage(structuredClone(each))
  },
})

/** Of the class that istanbul-lib-coverage has, what is used here; Vitest's types say nothing of it. */
interface CoverageMap {
  /** Removes the files for which `keep` is false. */
  readonly filter: (keep: (path: string) => boolean) => void
  /** Adds its counts to those of the same file. */
  readonly addFileCoverage: (data: object) => void
}
