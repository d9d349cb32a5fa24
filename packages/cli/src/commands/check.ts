import {
  type CheckOptions,
  type OpenTemplate,
  openTemplate,
  overview,
  reportOn,
  type SourceFile,
  visible,
  wrap,
} from '@codeword/core'
import { isBroken } from '../broken.ts'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { cannotRun, type ExitCode, Failure, found, ok } from '../failure.ts'
import { complain, type Host } from '../host.ts'
import { openFile } from '../open-file.ts'
import { refuseMistakes } from '../variables.ts'

export const check = defineCommand({
  usage: 'codeword FILE… [options]     (or: codeword check FILE…)',
  about: `Shows which customers get which message, what it costs, and what is wrong. Ends
with 1 if there is an error or a property is broken, and says which.`,
  examples: ['codeword otp.liquid', 'codeword --languages en,nl,fr --fallback en otp.liquid'],
  options: commonOptions,
  async run({ values, positionals }, host) {
    if (positionals.length === 0) throw new Failure('check needs a file: codeword check otp.liquid')
    const settings = await settingsOf(values, host)
    const reasons: string[] = []
    let shown = 0
    for (const path of positionals) {
      const source = await openOrComplain(path, host)
      if (source === undefined) continue
      const options = settings(path)
      const opened = source.templates.map((embedded) => openTemplate(embedded, options))
      await refuseMistakes(
        opened.map(({ profile }) => profile),
        options,
      )
      if (shown++ > 0) host.out('\n')
      const reason = checkSource(source, opened, options, host)
      if (reason !== undefined) reasons.push(`${visible(path)} ${reason}`)
    }
    if (reasons.length > 0) host.out(ending(reasons, host))
    const code: ExitCode = reasons.length > 0 ? found : ok
    return shown < positionals.length ? cannotRun : code
  },
})

/** Why the command ends with 1, which no count of errors and warnings tells. */
const ending = (reasons: readonly string[], { width }: Host): string =>
  `\n${reasons.flatMap((reason) => wrap(`Ends with 1: ${reason}`, width)).join('\n')}\n`

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

/** @returns what makes the command end with 1: broken properties, else errors */
function checkSource(
  source: SourceFile,
  opened: readonly OpenTemplate[],
  options: CheckOptions,
  host: Host,
): string | undefined {
  const report = reportOn(source, opened, options)
  host.out(overview(report, opened, host))
  const properties = opened.flatMap(({ analysis }) => analysis()?.properties ?? [])
  const broken = new Set(properties.filter(isBroken).map(({ name }) => name))
  if (broken.size > 0) return `breaks ${[...broken].join(', ')}`
  return report.diagnostics.some(({ severity }) => severity === 'error') ? 'has errors' : undefined
}
