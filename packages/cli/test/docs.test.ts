import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/**
 * Runs every command that a page shows in a `console` block and compares what it prints.
 * `CODEWORD_UPDATE_DOCS=1 npm test -- docs` writes what they print now into the pages.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const pages = ['README.md', ...globSync('docs/*.md', { cwd: root })]
const blocks = /^```console\n\$ (.+)\n([\s\S]*?)```$/gm

/** Splits like a shell would, quotes only: the pages need no more. */
const words = (command: string): readonly string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2]!)

const scripts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^npm start$/, ['scripts/start.ts']],
  [/^npm run -s codeword --(?: |$)/, ['packages/cli/src/bin.ts']],
]

function output(command: string): string {
  const [prefix, script] = scripts.find(([pattern]) => pattern.test(command)) ?? []
  if (prefix === undefined || script === undefined) throw new Error(`no way to run: ${command}`)
  const args = ['--conditions=@codeword/source', ...script, ...words(command.replace(prefix, ''))]
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '80', FORCE_COLOR: undefined }
  try {
    return execFileSync(process.execPath, args, { cwd: root, env, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    const { status, stdout } = error as { status: number | null; stdout: string }
    if (status !== 1) throw error
    return stdout
  }
}

const withLineEnd = (text: string): string =>
  text === '' || text.endsWith('\n') ? text : `${text}\n`

describe.each(pages)('%s', (page) => {
  const path = join(root, page)
  const text = readFileSync(path, 'utf8')
  const shown = [...text.matchAll(blocks)].map((match) => ({
    command: match[1]!,
    expected: match[2]!,
  }))

  if (process.env.CODEWORD_UPDATE_DOCS === '1') {
    const updated = text.replace(
      blocks,
      (_, command: string) => `\`\`\`console\n$ ${command}\n${withLineEnd(output(command))}\`\`\``,
    )
    writeFileSync(path, updated)
    return
  }

  it.each(shown)('$command', ({ command, expected }) => {
    expect(withLineEnd(output(command))).toBe(expected)
  })

  it('shows commands in console blocks only', () => {
    expect(text.replace(blocks, '')).not.toMatch(/^\$ /m)
  })
})
