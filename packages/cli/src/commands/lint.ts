import {
  type FileReport,
  formats,
  lintSource,
  mergedOptions,
  type Profile,
  profiles,
  type Severity,
  type SourceFile,
} from '@codeword/core'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { cannotRun, type ExitCode, Failure, found, ok } from '../failure.ts'
import { fixingOf, fixOptions } from '../fix/fixing.ts'
import { complain, type Host } from '../host.ts'
import { filesOnly, type Output, outputsOf } from '../lint/outputs.ts'
import { readSources } from '../lint/read-sources.ts'
import { severitiesOf } from '../lint/severities.ts'
import { suppressingOf, suppressionOptions } from '../lint/suppressing.ts'
import { reportsTo } from '../lint/write-reports.ts'
import { refuseMistakes } from '../variables.ts'

export const lint = defineCommand({
  usage: 'codeword lint [PATH…] [options]',
  about: `Lints templates, Auth0 connections and fixtures in files, folders and globs,
else in this folder. Ends with 0 if all is well, 1 if there are errors or too
many warnings, 2 if it cannot run or a fixture has mistakes.`,
  examples: [
    'codeword lint',
    "codeword lint --max-warnings 0 'sms/**/*.liquid' tenant/connections",
    'codeword lint --format github --format json --output-file report.json',
    'codeword lint --fix-dry-run otp.liquid',
    'codeword lint --changed=origin/main --format github',
    'codeword lint --stdin --stdin-filename otp.liquid < otp.liquid',
  ],
  options: {
    format: {
      value: 'FORMAT',
      choices: Object.keys(formats),
      multiple: true,
      summary: Object.keys(formats).join(', '),
    },
    'output-file': {
      value: 'FILE',
      multiple: true,
      summary: 'write the --format before it to FILE; both repeat',
    },
    json: { summary: 'the same as --format json' },
    rule: {
      value: 'NAME=LEVEL',
      multiple: true,
      summary: 'off, info, warn or error; can be repeated',
    },
    'max-warnings': { value: 'N', summary: 'end with 1 if there are more warnings' },
    quiet: { summary: 'report errors only' },
    ...fixOptions,
    ...suppressionOptions,
    changed: {
      value: 'REF',
      optional: true,
      summary: 'only what git says changed, since HEAD or REF',
    },
    'print-config': { value: 'FILE', summary: 'show what holds for FILE, and who says so' },
    stdin: { summary: 'lint what comes in on standard input' },
    'stdin-filename': { value: 'FILE', summary: 'the name of that text, which tells its kind' },
    ...commonOptions,
  },
  async run(args, host) {
    const { values } = args
    const fixing = await fixingOf(values, host)
    const outputs = fixing?.takesOutput ? filesOnly(outputsOf(args), args) : outputsOf(args)
    const mostWarnings = countOf(values['max-warnings'])
    const severities = await severitiesOf(values.rule)
    const printed = values['print-config']
    if (printed !== undefined) {
      const { printConfig } = await import('../config/print-config.ts')
      await printConfig(printed, values, severities, host)
      return ok
    }
    const settings = await settingsOf(values, host)
    const suppressing = await suppressingOf(values, host)
    const reports = await reportsTo(outputs, host)
    const lintFile = async (source: SourceFile): Promise<FileResult> => {
      const options = mergedOptions(settings(source.path), { severities })
      const found = await (fixing?.file(source, options) ?? lintSource(source, options))
      const report = suppressing?.report(found, options) ?? found
      reports.add(values.quiet ? errorsOnly(report) : report)
      return resultOf(report)
    }
    const input = { ...args, fixtures: true }
    const { results, problems } = await readSources(input, host, lintFile, (files) =>
      refuse(outputs, files, host),
    )
    await refuseMistakes(profilesOf(results), settings(''))
    await suppressing?.end()
    const isWritten = fixing?.end() ?? true
    for (const problem of problems) complain(host, problem)
    if (results.length === 0 && problems.length > 0) return cannotRun
    await reports.write()
    return problems.length > 0 || !isWritten ? cannotRun : verdict(results, mostWarnings, host)
  },
})

/** Before anything is written, fixes and suppressions among it. */
async function refuse(
  outputs: readonly Output[],
  inputs: ReadonlyMap<string, string>,
  host: Host,
): Promise<void> {
  const files = outputs.flatMap(({ file }) => file ?? [])
  if (files.length === 0) return
  const { refuseOutputs } = await import('../lint/refuse-outputs.ts')
  await refuseOutputs(files, inputs, host)
}

/** What is kept of a file once its report is written: of 20,000 files it is still little. */
interface FileResult {
  readonly profile: string | undefined
  readonly errors: number
  readonly warnings: number
}

function resultOf({ profile, diagnostics }: FileReport): FileResult {
  const count = (wanted: Severity): number =>
    diagnostics.filter(({ severity }) => severity === wanted).length
  return { profile, errors: count('error'), warnings: count('warning') }
}

const profilesOf = (results: readonly FileResult[]): readonly Profile[] =>
  [...new Set(results.flatMap(({ profile }) => profile ?? []))].map((name) => profiles.get(name)!)

const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === 'error'),
})

function verdict(results: readonly FileResult[], mostWarnings: number, host: Host): ExitCode {
  const warnings = results.reduce((sum, result) => sum + result.warnings, 0)
  if (warnings > mostWarnings) {
    complain(host, `${warnings} warnings, --max-warnings allows ${mostWarnings}`)
    return found
  }
  return results.some(({ errors }) => errors > 0) ? found : ok
}

function countOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Failure(`--max-warnings: '${text}' is no number; give 0 or more`)
}
