import {
  type CheckedFile,
  openTemplate,
  overview,
  overviewJson,
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
  options: { json: { summary: 'print all of it as JSON' }, ...commonOptions },
  async run({ values, positionals }, host) {
    if (positionals.length === 0) throw new Failure('check needs a file: codeword check otp.liquid')
    const settings = await settingsOf(values, host)
    const checked: CheckedFile[] = []
    for (const path of positionals) {
      const source = await openOrComplain(path, host)
      if (source === undefined) continue
      const options = settings(path)
      const opened = source.templates.map((embedded) => openTemplate(embedded, options))
      await refuseMistakes(
        opened.map(({ profile }) => profile),
        options,
      )
      const report = reportOn(source, opened, options)
      if (!values.json)
        host.out(`${checked.length > 0 ? '\n' : ''}${overview(report, opened, host)}`)
      checked.push({ report, opened })
    }
    const reasons = checked.flatMap((file) => reasonOf(file) ?? [])
    if (values.json) host.out(await overviewJson(checked))
    else if (reasons.length > 0) host.out(ending(reasons, host))
    const code: ExitCode = reasons.length > 0 ? found : ok
    return checked.length < positionals.length ? cannotRun : code
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

/** What makes the command end with 1: broken properties, else errors. */
function reasonOf({ report, opened }: CheckedFile): string | undefined {
  const properties = opened.flatMap(({ analysis }) => analysis()?.properties ?? [])
  const broken = new Set(properties.filter(isBroken).map(({ name }) => name))
  const path = visible(report.path)
  if (broken.size > 0) return `${path} breaks ${[...broken].join(', ')}`
  const hasErrors = report.diagnostics.some(({ severity }) => severity === 'error')
  return hasErrors ? `${path} has errors` : undefined
}
