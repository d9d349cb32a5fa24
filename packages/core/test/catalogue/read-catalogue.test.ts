import { describe, expect, test } from 'vitest'
import {
  type Catalogue,
  readCatalogue,
  readCatalogueFolder,
  sourceHash,
  stampedYaml,
  textStates,
} from '../../src/index.ts'

const told = async (yaml: string): Promise<readonly string[]> => {
  const result = await readCatalogue('otp.catalogue.yaml', yaml)
  return result.ok
    ? []
    : result.mistakes.map(
        ({ position: { line, column }, message }) => `${line}:${column}: ${message}`,
      )
}

const ok = 'fallback: en\ntexts:\n  en: Your code is {code}\n'

test('markers may be written as Liquid outputs and as macros', async () => {
  for (const code of ['{code}', '{{ code }}', '{{code}}', '@@password@@', '{password}'])
    expect(await told(`fallback: en\ntexts:\n  en: "Code: ${code} {application.name}"\n`)).toEqual(
      [],
    )
})

describe('says what is wrong, and where', () => {
  test.each<[string, readonly (string | RegExp)[]]>([
    ['', ['1:1: must be an object']],
    [`${ok}  en: again {code}\n`, ['4:3: this key stands here twice']],
    [`${ok}  EN: again {code}\n`, ['4:3: texts.EN: is the same language as en']],
    [
      `${ok}  pt-BR: a {code}\n  pt_br: b {code}\n`,
      ['5:3: texts.pt_br: is the same language as pt-BR'],
    ],
    [`${ok}  dutch: Code {code}\n`, [/^4:3: texts\.dutch: .*nl/]],
    ['fallback: de\ntexts:\n  en: Code {code}\n', ['1:11: fallback: there is no text for de']],
    [`${ok}  nl: Uw code\n`, ['4:7: texts.nl: has no {code}: customers could not log in']],
    [`${ok}  nl: "{code} {code}"\n`, ['4:7: texts.nl: has {code} 2 times: once is enough']],
    [`${ok}  nl: "{cod} {code}"\n`, ['4:7: texts.nl: there is no {cod}; did you mean {code}?']],
    [`${ok}  nl: "{% if x %}{code}"\n`, [/^4:7: texts\.nl: holds Liquid/, /^4:7: /]],
    [`${ok}  nl: "{{ code | upcase }}"\n`, [/^4:7: texts\.nl: holds Liquid/, /^4:7: /]],
    [
      `${ok}  nl: "{request_language} {code}"\n`,
      [/^4:7: texts\.nl: there is no \{request_language\}/],
    ],
    [`${ok}  nl: "a\\0 {code}"\n`, [/^4:7: texts\.nl: holds the character NUL/]],
    [`${ok}  nl: "  "\n`, ['4:7: texts.nl: is empty: customers would get no text']],
    [`${ok}  nl: ${'x'.repeat(6000)}\n`, [/^4:7: texts\.nl: /]],
    [`${ok}langauges: [en]\n`, [/^4:1: .*languages/]],
    ['fallback: en\ntexts: [en]\n', [/^2:8: texts: must be an object/]],
    ['a: &a [*a]\n', [/.+/]],
  ])('%j', async (yaml, expected) => {
    const found = await told(yaml)
    expect(found.length).toBe(expected.length)
    for (const [at, one] of expected.entries()) expect(found[at]).toMatch(one)
  })

  test('a bomb of aliases and two megabytes of text end soon', async () => {
    const level = (name: string, inner: string): string =>
      `${name}: &${name} [${Array(9).fill(inner)}]\n`
    const bomb = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].reduce(
      (text, name, at) => text + level(name, `*${'abcdefgh'[at]}`),
      'a: &a [x, x]\n',
    )
    expect((await told(bomb)).length).toBeGreaterThan(0)
    expect((await told(`${ok}  nl: ${'x'.repeat(2_000_000)}\n`)).length).toBe(1)
  })

  test('marks of direction in a text are kept', async () => {
    const text = '\u200fהקוד שלך: {code}\u200f'
    const read = await readCatalogue(
      'x.catalogue.json',
      JSON.stringify({ fallback: 'he', texts: { he: text } }),
    )
    expect(read.ok && read.catalogue.entries).toEqual([{ tag: 'he', text }])
  })
})

describe('a folder with a file for each language', () => {
  const files = [
    { path: 'otp/catalogue.yaml', text: 'fallback: en\nlimits: { segments: 1 }\n' },
    { path: 'otp/en.yaml', text: 'Your code is {code}\n' },
    { path: 'otp/nl.json', text: '{ "text": "Uw code is {code}", "note": "formal" }' },
  ]

  test('is one catalogue', async () => {
    const read = await readCatalogueFolder(files)
    expect(read.ok && read.catalogue).toEqual({
      fallback: 'en',
      limits: { segments: 1 },
      entries: [
        { tag: 'en', text: 'Your code is {code}' },
        { tag: 'nl', text: 'Uw code is {code}', note: 'formal' },
      ],
    })
  })

  test('says in which file a mistake stands', async () => {
    const broken = { path: 'otp/fr.json', text: '{\n  "text": "Votre code"\n}' }
    const read = await readCatalogueFolder([...files, broken])
    expect(read).toMatchObject({
      ok: false,
      path: 'otp/fr.json',
      mistakes: [
        { position: { line: 2, column: 11 }, message: expect.stringContaining('has no {code}') },
      ],
    })
    expect(await readCatalogueFolder(files.slice(1))).toMatchObject({
      ok: false,
      path: 'catalogue.yaml',
    })
  })
})

describe('how far translations are', () => {
  const source = 'Your code is {code}'
  const catalogue: Catalogue = {
    fallback: 'en',
    languages: ['en', 'de', 'it'],
    entries: [
      { tag: 'en', text: source },
      { tag: 'en-GB', text: source },
      { tag: 'de', text: 'Ihr Code ist {code}', source: sourceHash(source) },
      { tag: 'nl', text: 'Uw code is {code}', source: sourceHash('Code {code}') },
      { tag: 'fr', text: source },
      { tag: 'ru', text: 'Vash kod zdes, pozhaluysta: {code}' },
      { tag: 'ja', text: 'Code {code}' },
    ],
  }

  test('each has its state', () => {
    expect(Object.fromEntries(textStates(catalogue))).toEqual({
      en: 'source',
      'en-GB': 'translated',
      de: 'translated',
      nl: 'stale',
      fr: 'untranslated',
      ru: 'wrong-script',
      ja: 'translated',
      it: 'missing',
    })
  })

  test('marking them keeps everything else in the file', async () => {
    const yaml = `# For translators\nfallback: en\ntexts:\n  en: ${source} # first\n  nl: Uw code is {code}\n`
    const read = await readCatalogue('x.catalogue.yaml', yaml)
    const stamped = await stampedYaml(yaml, (read as { catalogue: Catalogue }).catalogue)
    expect(stamped).toBe(
      `# For translators\nfallback: en\ntexts:\n  en: ${source} # first\n  nl:\n    text: Uw code is {code}\n    source: ${sourceHash(source)}\n`,
    )
  })
})
