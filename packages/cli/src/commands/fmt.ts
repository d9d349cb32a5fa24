import { resolve } from 'node:path'
import { type Formatted, formatSource, type SourceFile, visible } from '@codeword/core'
import { defineCommand } from '../command.ts'
import { cannotRun, Failure, found, ok } from '../failure.ts'
import { complain, type Host } from '../host.ts'
import { readSources } from '../lint/read-sources.ts'

export const fmt = defineCommand({
  usage: 'codeword fmt [PATH…] [options]',
  about: `Writes the tags of templates in one way, in files, folders and globs, else in
this folder. No rendered byte changes for any customer. Ends with 2 if it cannot
run.`,
  examples: ['codeword fmt', 'codeword fmt --check sms', 'codeword fmt --stdin < otp.liquid'],
  options: {
    check: { summary: 'write nothing; end with 1 if a file would change' },
    stdin: { summary: 'format what comes in on standard input' },
    'stdin-filename': { value: 'FILE', summary: 'the name of that text, which tells its kind' },
  },
  async run(args, host) {
    const { positionals, values } = args
    const { check, stdin } = values
    if (check && stdin) throw new Failure('fmt: give --check or --stdin, not both')
    const input = { positionals, values: { ...values, changed: undefined } }
    const { results, problems } = await readSources(input, host, async (source) => {
      const formatted = await formatSource(source)
      tellSkipped(source, formatted, host)
      if (stdin) host.out(formatted.source.text)
      if (formatted.source.text === source.text) return 'same'
      if (check) host.out(`${visible(source.path)}\n`)
      return check || stdin ? 'other' : save(source, formatted, host)
    })
    for (const problem of problems) complain(host, problem)
    const files = (kind: Result): number => results.filter((result) => result === kind).length
    if (!stdin) host.out(summary(results.length, files('other'), check))
    if (problems.length > 0 || files('unwritten') > 0) return cannotRun
    return check && files('other') > 0 ? found : ok
  },
})

/** What became of a file: one with another layout is written, or only counted. */
type Result = 'same' | 'other' | 'unwritten'

async function save(source: SourceFile, { source: after }: Formatted, host: Host): Promise<Result> {
  const { replaceFile } = await import('../files/replace-file.ts')
  const problem = replaceFile(resolve(host.cwd, source.path), source.text, after.text)
  if (problem === undefined) return 'other'
  complain(host, `${source.path}: ${problem}`)
  return 'unwritten'
}

function tellSkipped({ path }: SourceFile, { skipped }: Formatted, host: Host): void {
  for (const { name, reason } of skipped) {
    complain(host, `${name === '' ? path : `${path} ${name}`}: not formatted: ${reason}`)
  }
}

function summary(files: number, changed: number, check: boolean): string {
  const all = files === 1 ? '1 file' : `${files} files`
  return `${changed} of ${all} ${check ? 'would be formatted' : 'formatted'}\n`
}
