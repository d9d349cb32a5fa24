import { resolve } from 'node:path'
import {
  affectedBy,
  type CheckOptions,
  diffFormats,
  type FileReport,
  type Fixed,
  fixSource,
  Lines,
  lintSource,
  rules,
  type SourceFile,
} from '@codeword/core'
import { Failure } from '../failure.ts'
import { complain, type Host } from '../host.ts'
import { unknown, type Values } from '../options.ts'

export const fixOptions = {
  fix: { summary: 'write what is proved to be safe into the files' },
  'fix-dry-run': { summary: 'show what --fix would write, and whose message changes' },
  'fix-suggestion': {
    value: 'RULE',
    multiple: true,
    summary: 'apply the fixes of RULE that are not safe, too',
  },
} as const

/** What becomes of files that have fixes. */
export interface Fixing {
  /** Fixes one file and tells what is left to report. */
  readonly file: (source: SourceFile, options: CheckOptions) => Promise<FileReport>
  /** True where standard output is taken by a diff or by the fixed text. */
  readonly takesOutput: boolean
  /** Says what was done. @returns false where a file could not be written */
  readonly end: () => boolean
}

/**
 * Reads the options about fixes.
 * @returns undefined where nobody asks for any
 * @throws Failure where they make no sense
 */
export async function fixingOf(
  values: Values<typeof fixOptions> & { readonly stdin: boolean },
  host: Host,
): Promise<Fixing | undefined> {
  const { fix, 'fix-dry-run': dryRun, 'fix-suggestion': suggestions, stdin } = values
  const names = rules.map(({ name }) => name)
  for (const name of suggestions) {
    if (!names.includes(name)) throw new Failure(`--fix-suggestion: ${await unknown(name, names)}`)
  }
  if (fix && dryRun) throw new Failure('--fix-dry-run writes nothing: give it without --fix')
  if (!fix && !dryRun) {
    if (suggestions.length === 0) return undefined
    throw new Failure('--fix-suggestion needs --fix or --fix-dry-run')
  }
  const tally = { findings: 0, files: 0, unwritten: 0 }
  const file: Fixing['file'] = async (source, options) => {
    const fixed = await fixSource(source, options, suggestions)
    tellHeldBack(fixed, host)
    const changes = fixed.source.text !== source.text
    if (dryRun) {
      if (changes) await show(source, fixed, options, host)
    } else if (stdin) {
      host.out(fixed.source.text)
    } else if (changes) {
      const problem = await save(source, fixed, host)
      if (problem !== undefined) {
        complain(host, `${source.path}: ${problem}`)
        tally.unwritten++
        return lintSource(source, options)
      }
    }
    if (changes) tally.files++
    for (const { findings } of fixed.applied) tally.findings += findings
    return dryRun ? lintSource(source, options) : fixed.report
  }
  const end = (): boolean => {
    const { findings, files, unwritten } = tally
    const what = `${counted(findings, 'finding')} in ${counted(files, 'file')}`
    if (findings > 0) host.note(`codeword: ${dryRun ? 'would fix' : 'fixed'} ${what}\n`)
    return unwritten === 0
  }
  return { file, takesOutput: dryRun || stdin, end }
}

async function save(source: SourceFile, fixed: Fixed, { cwd }: Host): Promise<string | undefined> {
  const { replaceFile } = await import('../files/replace-file.ts')
  return replaceFile(resolve(cwd, source.path), source.text, fixed.source.text)
}

/** The file's diff, and whose message it changes. */
async function show(
  source: SourceFile,
  fixed: Fixed,
  options: CheckOptions,
  host: Host,
): Promise<void> {
  const { unifiedDiff } = await import('./unified-diff.ts')
  host.out(unifiedDiff(source.path, source.text, fixed.source.text))
  const write = await diffFormats.text()
  for (const { name, opened, difference } of affectedBy(source, fixed.source, options)) {
    const before = name === '' ? source.path : `${source.path} ${name}`
    host.out(`\n${write({ before, after: 'fixed', opened, difference }, host)}`)
  }
}

function tellHeldBack({ heldBack, source }: Fixed, host: Host): void {
  const lines = new Lines(source.text)
  for (const { diagnostic, reason } of heldBack) {
    const { line } = lines.position(diagnostic.start)
    complain(host, `${source.path}:${line}: ${diagnostic.rule} is not fixed: ${reason}`)
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
