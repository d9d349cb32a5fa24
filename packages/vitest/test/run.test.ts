import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { files, other, snapshots } from './messages.ts'
import { atRoot, folderWith, read, versions, vitest, watch, write } from './vitest.ts'

describe.each(versions)('Vitest %s', (version) => {
  test('runs each case, and records what it gets', async () => {
    const folder = folderWith(version, files)
    const { code, out, err } = await vitest(version, folder, ['run'])
    expect(err).toBe('')
    expect(out).toContain('otp.codeword.yaml (3 tests)')
    expect(out).toMatch(/Snapshots\s+3 written/)
    expect(code).toBe(0)
    expect(read(folder, 'otp.codeword.snap.md')).toBe(snapshots)
  })

  test("at the root of a project runs beside the project's own tests", async () => {
    const folder = folderWith(version, {
      ...files,
      'vitest.config.mjs': atRoot,
      'own.test.mjs': "import { test } from 'vitest'\ntest('own', () => {})\n",
    })
    const { code, out, err } = await vitest(version, folder, ['run'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('otp.codeword.yaml (3 tests)')
    expect(out).toContain('own.test.mjs (1 test)')
  })

  test('shows a failure at the case and at the line of the template', async () => {
    const folder = folderWith(version, {
      ...files,
      'otp.codeword.snap.md': snapshots,
      'otp.liquid': files['otp.liquid']
        .replace('votre code:', 'le code')
        .replace('Your code', 'Code'),
    })
    const { code, err } = await vitest(version, folder, ['run', '--project', 'messages'])
    expect(code).toBe(1)
    await expect(err).toMatchFileSnapshot('screens/failure.txt')
  })

  test('shows what is wrong with a fixture, a template or a snapshot file; others run', async () => {
    const only = 'cases: [{ name: anybody }]\n'
    const folder = folderWith(version, {
      ...files,
      'a.codeword.yaml': `template: ./otp.liquid\ncases:\n  - name: anybody\n    expcet: {}\n`,
      'b.codeword.yml': `template: ./missing.liquid\n${only}`,
      'c.codeword.yaml': `template: ./c.liquid\n${only}`,
      'c.liquid': 'Your code\n{% if %}is @@password@@{% endif %}',
      'd.codeword.yaml': `template: ./otp.liquid\n${only}`,
      'd.codeword.snap.md': '# d.codeword.yaml\n\n## anybody\n',
      'e.codeword.json': `{\n  "template": "./otp.liquid",\n  "cases": [{ "name": "a", "expect": { "arm": "none" } }]\n}\n`,
      'f.codeword.yaml': `template: ./f.liquid\nlanguages: [en, fr]\nfallback: en\n`,
      'f.liquid': `Code\n{%- if request_language == 'fr' %}: @@password@@{% endif %}\n`,
      'g.codeword.yaml': `template: ./otp.liquid\n${only}`,
      'g.codeword.yml': `template: ./otp.liquid\n${only}`,
      'gone.codeword.snap.md': '# gone.codeword.yaml\n',
    })
    const { code, out, err } = await vitest(version, folder, ['run'])
    expect(code).toBe(1)
    expect(out).toContain('✓ |messages| otp.codeword.yaml (3 tests)')
    await expect(failures(err, folder)).toMatchFileSnapshot('screens/mistakes.txt')
    expect(read(folder, 'd.codeword.snap.md')).toBe('# d.codeword.yaml\n\n## anybody\n')
  })

  test('finds a case by its line and by its name, and a fixture by its template', async () => {
    const folder = folderWith(version, { ...files, ...other })
    const ran = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { out } = await vitest(version, folder, [...args, '--reporter=verbose'])
      return [...out.matchAll(/✓ \|messages\| (?:\S+) > (.+?)(?: \d+ms)?$/gm)].map(
        ([, name]) => name!,
      )
    }
    expect(await ran('run', 'otp.codeword.yaml:4')).toEqual(['Dutch browser'])
    expect(await ran('run', '-t', 'Dutch')).toEqual(['Dutch browser'])
    expect(await ran('related', 'other.liquid', '--run')).toEqual(['anybody'])
  })

  test('reports in shards and for CI, at the lines of the fixture', async () => {
    const folder = folderWith(version, {
      ...files,
      ...other,
      'other.liquid': 'Your code: 123456',
      'other.codeword.yaml': `${other['other.codeword.yaml']}    expect: { contains: secret }\n`,
    })
    for (const shard of ['1/2', '2/2'])
      await vitest(version, folder, ['run', '--reporter=blob', `--shard=${shard}`])
    const { out, code } = await vitest(version, folder, [
      'run',
      '--merge-reports',
      '--reporter=default',
      '--reporter=github-actions',
      '--reporter=junit',
      '--outputFile.junit=junit.xml',
    ])
    expect(code).toBe(1)
    expect(out).toMatch(/Tests\s+1 failed \| 3 passed/)
    const [, place] = /^::error (.*?)::/m.exec(out)!
    expect(place!.split(',')).toEqual([
      `file=${folder}/other.codeword.yaml`,
      'title=[messages] other.codeword.yaml > anybody',
      'line=3',
      'column=5',
    ])
    const { testsuites } = new XMLParser({ ignoreAttributes: false, isArray: () => true }).parse(
      read(folder, 'junit.xml'),
    )
    const suites: Suite[] = testsuites[0].testsuite
    const cases = suites.flatMap(({ testcase }) => testcase)
    expect(cases.map((one) => `${one['@_classname']}: ${one['@_name']}`).sort()).toEqual([
      'other.codeword.yaml: anybody',
      'otp.codeword.yaml: Dutch browser',
      'otp.codeword.yaml: app asks for French',
      'otp.codeword.yaml: no header at all',
    ])
    const [failed] = cases.flatMap(({ failure = [] }) => failure)
    expect(failed!['#text']).toContain('other.codeword.yaml:3:5')
  })

  test('runs a fixture again when it or its template changes', async () => {
    const folder = folderWith(version, { ...files, ...other })
    const until = watch(version, folder)
    await until(/Tests +4 passed.*Waiting for file changes/s)
    write(folder, { 'otp.liquid': files['otp.liquid'].replace('Hier is', 'Ziehier') })
    const failed = await until(/Tests +1 failed \| 2 passed.*Watching for file changes/s)
    expect(failed).toContain('+ Ziehier uw code: 123456')
    write(folder, files)
    await until(/Tests +3 passed.*Waiting for file changes/s)
    const more = `${files['otp.codeword.yaml']}  - name: one more\n`
    write(folder, { 'otp.codeword.yaml': more })
    await until(/Snapshots +1 written.*Tests +4 passed/s)
    expect(read(folder, 'otp.codeword.snap.md')).toContain('## one more\n')
  })
})

interface Suite {
  readonly testcase: readonly {
    readonly '@_classname': string
    readonly '@_name': string
    readonly failure?: readonly { readonly '#text': string }[]
  }[]
}

/** Each failure, by the names of their files; Vitest tells them as they come. */
const failures = (err: string, folder: string): string =>
  err
    .split(/^⎯.*\n|(?=^ FAIL )/m)
    .filter((part) => part.startsWith(' FAIL'))
    .map((part) => part.replaceAll(folder, '').trim())
    .sort()
    .join('\n\n')
