import {
  type FileReport,
  formats,
  lintSource,
  mergedOptions,
  type Profile,
  profiles,
} from '@codeword/core'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { cannotRun, type ExitCode, Failure, found, ok } from '../failure.ts'
import { fixingOf, fixOptions } from '../fix/fixing.ts'
import { complain, type Host } from '../host.ts'
import { readSources } from '../lint/read-sources.ts'
import { severitiesOf } from '../lint/severities.ts'
import { suppressingOf, suppressionOptions } from '../lint/suppressing.ts'
import { filesOnly, outputsOf, spareInputs, writeReports } from '../lint/write-reports.ts'
import { refuseMistakes } from '../variables.ts'

export const lint = defineCommand({
  usage: 'codeword lint [PATH…] [options]',
  about: `Lints templates and Auth0 connections in files, folders and globs, else in this
folder. Ends with 0 if all is well, 1 if there are errors or too many warnings,
2 if it cannot run.`,
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
    const {
      results: reports,
      problems,
      inputs,
    } = await readSources(args, host, async (source) => {
      const options = mergedOptions(settings(source.path), { severities })
      const report = await (fixing?.file(source, options) ?? lintSource(source, options))
      return spare(suppressing?.report(report, options) ?? report)
    })
    await refuseMistakes(profilesOf(reports), settings(''))
    await suppressing?.end()
    const isWritten = fixing?.end() ?? true
    spareInputs(inputs, outputs, host)
    for (const problem of problems) complain(host, problem)
    if (reports.length === 0 && problems.length > 0) return cannotRun
    await writeReports(values.quiet ? reports.map(errorsOnly) : reports, outputs, host)
    return problems.length > 0 || !isWritten ? cannotRun : verdict(reports, mostWarnings, host)
  },
})

const profilesOf = (reports: readonly FileReport[]): readonly Profile[] =>
  [...new Set(reports.flatMap(({ profile }) => profile ?? []))].map((name) => profiles.get(name)!)

/** Of a file without findings no report shows the text. */
const spare = (report: FileReport): FileReport =>
  report.diagnostics.length === 0 ? { ...report, text: '' } : report

const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === 'error'),
})

function verdict(reports: readonly FileReport[], mostWarnings: number, host: Host): ExitCode {
  const all = reports.flatMap(({ diagnostics }) => diagnostics)
  const warnings = all.filter(({ severity }) => severity === 'warning').length
  if (warnings > mostWarnings) {
    complain(host, `${warnings} warnings, --max-warnings allows ${mostWarnings}`)
    return found
  }
  return all.some(({ severity }) => severity === 'error') ? found : ok
}

function countOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Failure(`--max-warnings: '${text}' is no number; give 0 or more`)
}
