import { describe, expect, test } from 'vitest'
import { files, snapshots } from './messages.ts'
import { exists, folderWith, read, type Version, versions, vitest, write } from './vitest.ts'

const recorded = 'otp.codeword.snap.md'
const ci = { CI: 'true' }

/** Runs all fixtures and tells how it ended and what of the output is asked for. */
async function outcome(
  version: Version,
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{
  readonly code: number | null
  readonly tests: string | undefined
  readonly out: string
}> {
  const { code, out } = await vitest(version, folder, ['run', ...args], env)
  return { code, out, tests: /^ +Tests +(.+)$/m.exec(out)?.[1] }
}

describe.each(versions)('Vitest %s', (version) => {
  const folderOf = (more: Readonly<Record<string, string>>): string =>
    folderWith(version, { ...files, [recorded]: snapshots, ...more })

  test('CI takes what is recorded, whatever line ends git made', async () => {
    const folder = folderOf({ [recorded]: snapshots.replaceAll('\n', '\r\n') })
    expect(await outcome(version, folder, [], ci)).toMatchObject({ code: 0, tests: '3 passed (3)' })
    expect(await outcome(version, folder, ['-u'])).toMatchObject({ code: 0, tests: '3 passed (3)' })
    expect(read(folder, recorded)).toContain('\r\n')
  })

  test('CI refuses messages that are missing, changed or no longer asked for', async () => {
    const changed = files['otp.liquid'].replace('Hier is', 'Ziehier')
    const folder = folderOf({ 'otp.liquid': changed })
    const change = await outcome(version, folder, [], ci)
    expect(change).toMatchObject({ code: 1, tests: '1 failed | 2 passed (3)' })

    const fixture = files['otp.codeword.yaml'].replace('Dutch browser', 'Flemish browser')
    write(folder, { ...files, 'otp.codeword.yaml': fixture })
    const { code, out, tests } = await outcome(version, folder, [], ci)
    expect(read(folder, recorded)).toBe(snapshots)
    expect({ code, tests }).toEqual({ code: 1, tests: '1 failed | 2 passed (3)' })
    expect(out).toContain('this message is not recorded: run codeword test -u (or vitest -u)')
    expect(out).toContain('Obsolete snapshots found')
  })

  test('-u writes what is new and changed, in the order of the fixture, and removes the rest', async () => {
    const folder = folderOf({
      'otp.liquid': files['otp.liquid'].replace('Hier is', 'Ziehier'),
      'otp.codeword.yaml': `template: ./otp.liquid
cases:
  - name: a phone set to Portuguese
    value: pt
  - name: Dutch browser
    headers: { accept-language: "nl-NL,nl;q=0.9" }
  - name: app asks for French
    value: fr-FR
`,
      'gone.codeword.snap.md': '# gone.codeword.yaml\n',
    })
    expect(await outcome(version, folder, ['-u'])).toMatchObject({ code: 0, tests: '4 passed (4)' })
    const names = [...read(folder, recorded).matchAll(/^## (.*)/gm)].map(([, name]) => name)
    expect(names).toEqual(['a phone set to Portuguese', 'Dutch browser', 'app asks for French'])
    expect(read(folder, recorded)).toContain('\nZiehier uw code: 123456\n')
    expect(exists(folder, 'gone.codeword.snap.md')).toBe(false)
  })

  test('-t with -u leaves the messages of other cases as they are', async () => {
    const template = files['otp.liquid'].replace('Hier is', 'Ziehier').replace('Your', 'A')
    const folder = folderOf({ 'otp.liquid': template })
    expect(await outcome(version, folder, ['-u', '-t', 'Dutch'])).toMatchObject({ code: 0 })
    const changed = snapshots.replace('Hier is', 'Ziehier')
    expect(read(folder, recorded)).toBe(changed)
  })

  test('a damaged file is never written over', async () => {
    const conflict = snapshots.replace('## Dutch', '<<<<<<< HEAD\n## Dutch')
    const folder = folderOf({ [recorded]: conflict })
    const { code, out } = await outcome(version, folder, ['-u'])
    expect(code).toBe(1)
    expect(out).toContain('this is not as Codeword wrote it')
    expect(out).toContain(`❯ snapshots ${recorded}:11:1`)
    expect(read(folder, recorded)).toBe(conflict)
  })

  test('any text is recorded exactly', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as a snapshot of Vitest would take for code.
    const text = ' \u200b\u202eCode:\r\n```\r@@password@@ ${x} `y` \\ \u2028\n\t '
    const folder = folderWith(version, {
      'any.liquid': text,
      'any.codeword.yaml': 'template: ./any.liquid\ncases:\n  - name: anybody\n',
    })
    expect(await outcome(version, folder, [])).toMatchObject({ code: 0 })
    expect(await outcome(version, folder, [], ci)).toMatchObject({ code: 0 })
    write(folder, { 'any.liquid': text.replace('\r\n', '\n') })
    expect(await outcome(version, folder, [], ci)).toMatchObject({ code: 1 })
  })
})
