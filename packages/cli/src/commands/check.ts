import { diagnosticsOf, openTemplate, overview } from '@codeword/core'
import { defineCommand } from '../command.ts'
import { checkOptions, commonOptions } from '../common-options.ts'
import { type ExitCode, Failure, found, ok } from '../failure.ts'
import type { Host } from '../host.ts'
import { openFile } from '../open-file.ts'

export const check = defineCommand({
  usage: 'codeword FILE… [options]     (or: codeword check FILE…)',
  about: 'Shows which customers get which message, what it costs, and what is wrong.',
  examples: ['codeword otp.liquid', 'codeword --languages en,nl,fr --fallback en otp.liquid'],
  options: commonOptions,
  async run({ values, positionals }, host) {
    if (positionals.length === 0) throw new Failure('check needs a file: codeword check otp.liquid')
    const options = await checkOptions(values, host)
    let code: ExitCode = ok
    for (const [i, path] of positionals.entries()) {
      if (i > 0) host.out('\n')
      const broken = await checkFile(path, options, host)
      if (broken) code = found
    }
    return code
  },
})

type Options = Awaited<ReturnType<typeof checkOptions>>

/** @returns whether something is broken for a customer, or an error was found besides */
async function checkFile(path: string, options: Options, host: Host): Promise<boolean> {
  const source = await openFile(path, host)
  const opened = source.templates.map((embedded) => openTemplate(embedded, options))
  const diagnostics = diagnosticsOf(source, opened, options)
  host.out(overview({ path, text: source.text, diagnostics }, opened, host))
  return (
    diagnostics.some(({ severity }) => severity === 'error') ||
    opened.some(({ analysis }) => analysis()?.properties.some(isBroken))
  )
}

const isBroken = ({ name, status }: { readonly name: string; readonly status: string }): boolean =>
  status === 'broken' && name !== 'best-language'
