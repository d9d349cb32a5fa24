import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeword, runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const catalogue = `# For translators: be polite
template: ./otp.liquid
fallback: en
texts:
  en: Your Acme code is {code}
  nl: Uw Acme-code is {code} # formal
  fr: Votre code Acme est {code}
`

const opened = (files: Readonly<Record<string, string>> = {}) => {
  const cwd = folderWith({ 'otp.catalogue.yaml': catalogue, ...files })
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8')
  const run = (...args: readonly string[]) => runHere(args, { cwd })
  const edit = (before: string, after: string): void =>
    writeFileSync(
      join(cwd, 'otp.catalogue.yaml'),
      read('otp.catalogue.yaml').replace(before, after),
    )
  return { cwd, read, run, edit }
}

test('from an empty folder: begin, edit, compose, test, look', async () => {
  const cwd = folderWith({})
  const run = (...args: readonly string[]) => runHere(args, { cwd })
  const begun = await run('init', '--catalogue', '--languages', 'en,nl,fr', '--brand', 'Acme')
  expect([begun.code, begun.out]).toEqual([
    0,
    `otp.catalogue.yaml
otp.liquid
otp.codeword.yaml
codeword.config.json
.github/workflows/codeword.yml
3 texts, 428 of 5120 characters; proved for every header: never empty, the code always and once, one language, right-language
`,
  ])
  expect(await run('lint', '--max-warnings', '0')).toMatchObject({ code: 0 })
  expect(await run('compose', 'otp.catalogue.yaml', '--check')).toMatchObject({ code: 0 })
  const path = join(cwd, 'otp.catalogue.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace('Uw code voor Acme', 'Je Acme-code'))
  const changed = await run('compose', 'otp.catalogue.yaml', '--check')
  expect(changed.code).toBe(1)
  expect(changed.out).toContain('- Uw code voor Acme is 123456\n  + Je Acme-code is 123456')
  expect(await run('compose', 'otp.catalogue.yaml')).toMatchObject({ code: 0, err: '' })
  const { out } = await run('render', 'otp.liquid', '--language', 'nl-BE')
  expect(out).toBe('Je Acme-code is 123456')
  expect(await run('otp.liquid')).toMatchObject({ code: 0 })
  const again = await run('init', '--catalogue', '--languages', 'en', '--brand', 'Acme')
  expect(again.err).toBe('codeword: otp.catalogue.yaml: it is there already, and stays as it is\n')
})

test("docs/catalogues.md: the newcomer's path", () => {
  const page = readFileSync(new URL('../../../docs/catalogues.md', import.meta.url), 'utf8')
  const [begin, change] = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) =>
    match[1]!.trim().split('\n'),
  )
  const cwd = folderWith({})
  const env = { NO_COLOR: '1' }
  const follow = (line: string): void => {
    const { code, err } = codeword(line.split(' ').slice(1), { cwd, env })
    expect([line, code, err]).toEqual([line, 0, expect.not.stringContaining('codeword:')])
  }
  begin!.forEach(follow)
  const path = join(cwd, 'otp.catalogue.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace('Votre', 'Ton'))
  change!.forEach(follow)
  expect(readFileSync(join(cwd, 'otp.codeword.snap.md'), 'utf8')).toContain(
    'Ton code Acme est 123456',
  )
})

describe('compose --into changes the text and nothing else', () => {
  const hosts: Readonly<Record<string, string>> = {
    'sms.json':
      '{\n  "name": "sms", "strategy": "sms",\n  "options": { "template": "old", "from": "##FROM##" }\n}\n',
    'tenant.yaml':
      'connections:\n  - name: sms # ours\n    strategy: sms\n    options:\n      template: |-\n        old\n      from: "##FROM##"\n',
    'sms.tf':
      'resource "auth0_connection" "sms" {\n  strategy = "sms" # ours\n  name = "sms"\n  options {\n    template = "old"\n    from = var.from\n  }\n}\n',
  }
  test.each(Object.keys(hosts))('%s', async (name) => {
    const { run, read } = opened({ [name]: hosts[name]! })
    const { out: source } = await run('compose', 'otp.catalogue.yaml', '--into', 'new.liquid')
    expect(source).toContain('new.liquid: 3 texts')
    expect(await run('compose', 'otp.catalogue.yaml', '--into', name)).toMatchObject({ code: 0 })
    expect(await run('compose', 'otp.catalogue.yaml', '--into', name, '--check')).toMatchObject({
      code: 0,
      out: `${name}: it is what the catalogue says\n`,
    })
    const [before, after] = hosts[name]!.split('old')
    expect(read(name).startsWith(before!.replace(/[|"].*$/s, ''))).toBe(true)
    expect(read(name).endsWith(after!.replace(/^"/, ''))).toBe(true)
    expect((await run('render', name, '--language', 'fr')).out).toBe('Votre code Acme est 123456')
  })
})

test('the strategy and the placeholder can be chosen', async () => {
  const { run, cwd } = opened()
  writeFileSync(join(cwd, 'c.catalogue.yaml'), catalogue.replace('template: ./otp.liquid\n', ''))
  const { out } = await run(
    'compose',
    'c.catalogue.yaml',
    '--strategy',
    'best',
    '--placeholder',
    'code',
  )
  expect(out).toContain('{%- for choice in choices -%}')
  expect(out).toContain('{{ code }}')
  expect(out).not.toContain('@@')
})

test('extract writes what compose reads', async () => {
  const { run, read } = opened()
  await run('compose', 'otp.catalogue.yaml')
  const { code, err } = await run('extract', 'otp.liquid', '--output', 'again.catalogue.yaml')
  expect([code, err]).toEqual([0, 'Exact: composed again, everybody gets the same text\n'])
  expect(read('again.catalogue.yaml')).toContain('  nl: Uw Acme-code is {code}\n')
  expect(
    await run('compose', 'again.catalogue.yaml', '--into', 'otp.liquid', '--check'),
  ).toMatchObject({ code: 0 })
  const twice = await run('extract', 'otp.liquid', '--output', 'again.catalogue.yaml')
  expect(twice.code).toBe(2)
})

test('extract says for whom it is not exact', async () => {
  const { run } = opened({
    'old.liquid':
      "{% if request_language contains 'fr' %}Votre code : {{ code }}{% else %}Code: {{ code }}{% endif %}",
  })
  const { out, err } = await run('extract', 'old.liquid', '--fallback', 'en')
  expect(out).toContain('fr: "Votre code : {code}"')
  expect(err).toContain('Not exact: composed again, these get another text\n')
  expect((await run('extract', 'old.liquid')).err).toContain('Give --fallback en')
})

describe('a report', () => {
  const noted = catalogue.replace('  nl: Uw', '  ja: 認証コード {code}\n  nl: Uw')

  test('in Markdown', async () => {
    const { run } = opened({ 'r.catalogue.yaml': noted })
    const { code, out } = await run('compose', 'r.catalogue.yaml', '--report', 'md')
    expect(code).toBe(0)
    expect(out).toContain(
      '| Japanese (`ja`) | <code>認証コード 123456</code> | 1 segment, 12 units, UCS-2 | translated |',
    )
  })

  test('as a page that asks nothing of the network', async () => {
    const { run } = opened({ 'r.catalogue.yaml': noted })
    const { out } = await run('compose', 'r.catalogue.yaml', '--report', 'html')
    expect(out).toContain("default-src 'none'")
    expect(out).toContain('lang="ja" dir="ltr">認証コード 123456</p>')
    expect(out).not.toMatch(/<script|https?:/)
  })
})

test('translations are marked, and told once the source text changes', async () => {
  const { run, read, edit } = opened()
  expect(await run('compose', 'otp.catalogue.yaml', '--stamp')).toMatchObject({ code: 0 })
  expect(read('otp.catalogue.yaml')).toContain('# For translators: be polite\n')
  expect((await run('compose', 'otp.catalogue.yaml')).err).toBe('')
  edit('Your Acme code is', 'Log in with')
  expect((await run('compose', 'otp.catalogue.yaml')).err).toBe(
    `Dutch (nl): the source text has changed since it was translated
French (fr): the source text has changed since it was translated
`,
  )
})

test('a folder with a file for each language', async () => {
  const { run, cwd, read } = opened()
  mkdirSync(join(cwd, 'texts'))
  writeFileSync(
    join(cwd, 'texts/catalogue.yaml'),
    'fallback: en\ntemplate: ../from-folder.liquid\n',
  )
  writeFileSync(join(cwd, 'texts/en.yaml'), 'Your code is {code}\n')
  writeFileSync(join(cwd, 'texts/de.json'), '{ "text": "Ihr Code ist {code}" }')
  expect(await run('compose', 'texts')).toMatchObject({ code: 0 })
  expect(read('from-folder.liquid')).toContain('Ihr Code ist @@password@@')
})

describe('nothing is written', () => {
  test.each<[string, readonly string[], number, RegExp]>([
    [
      'fallback: en\ntexts:\n  en: Hello\n',
      [],
      2,
      /^codeword: b\.catalogue\.yaml:3:7: texts\.en: has no \{code\}/,
    ],
    [
      'fallback: en\nlanguages: [en, nl]\ntexts:\n  en: "{code}"\n',
      [],
      1,
      /^Dutch \(nl\): there is no text\n/,
    ],
    [
      `fallback: en\nlimits: { segments: 1 }\ntexts:\n  en: "{code}"\n  ru: "${'я'.repeat(70)} {code}"\n`,
      [],
      1,
      /^Russian \(ru\): 2 segments, and 1 may be\n/,
    ],
    [
      'fallback: en\ntexts:\n  en: "{code}"\n',
      ['--into', 'none.json'],
      2,
      /none\.json: it is not there/,
    ],
    ['fallback: en\ntexts:\n  en: "{code}"\n', ['--check'], 2, /--check: with what\?/],
    ['{', [], 2, /^codeword: b\.catalogue\.yaml:/],
  ])('%j %j', async (yaml, args, code, message) => {
    const cwd = folderWith({ 'b.catalogue.yaml': yaml })
    const outcome = await runHere(['compose', 'b.catalogue.yaml', ...args], { cwd })
    expect([outcome.code, outcome.out + outcome.err]).toEqual([
      code,
      expect.stringMatching(message),
    ])
    expect(readdirSync(cwd)).toEqual(['b.catalogue.yaml'])
    expect(existsSync(join(cwd, 'none.json'))).toBe(false)
  })
})
