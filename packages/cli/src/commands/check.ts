import {
  type CheckOptions,
  openTemplate,
  overview,
  reportOn,
  type SourceFile,
} from '@codeword/core'
import { isBroken } from '../broken.ts'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { cannotRun, type ExitCode, Failure, found, ok } from '../failure.ts'
import { complain, type Host } from '../host.ts'
import { openFile } from '../open-file.ts'

export const check = defineCommand({
  usage: 'codeword FILE… [options]     (or: codeword check FILE…)',
  about: 'Shows which customers get which message, what it costs, and what is wrong.',
  examples: ['codeword otp.liquid', 'codeword --languages en,nl,fr --fallback en otp.liquid'],
  options: commonOptions,
  async run({ values, positionals }, host) {
    if (positionals.length === 0) throw new Failure('check needs a file: codeword check otp.liquid')
    const settings = await settingsOf(values, host)
    let [shown, broken] = [0, 0]
    for (const path of positionals) {
      const source = await openOrComplain(path, host)
      if (source === undefined) continue
      if (shown++ > 0) host.out('\n')
      if (checkSource(source, settings(path), host)) broken++
    }
    const code: ExitCode = broken > 0 ? found : ok
    return shown < positionals.length ? cannotRun : code
  },
})

/** One file that cannot be opened does not keep the others from their answer. */
async function openOrComplain(path: string, host: Host): Promise<SourceFile | undefined> {
  try {
    return await openFile(path, host)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    complain(host, error.message)
    return undefined
  }
}

/** @returns whether something is broken for a customer, or an error was found besides */
function checkSource(source: SourceFile, options: CheckOptions, host: Host): boolean {
  const opened = source.templates.map((embedded) => openTemplate(embedded, options))
  const report = reportOn(source, opened, options)
  host.out(overview(report, opened, host))
  return (
    report.diagnostics.some(({ severity }) => severity === 'error') ||
    opened.some(({ analysis }) => analysis()?.properties.some(isBroken))
  )
}
