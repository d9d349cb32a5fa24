import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { percent, writeSnapshot } from '@codeword/core'
import { describe, expect, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const template =
  "{% if request_language contains 'fr' %}Code : {{ code }}{% else %}Code: {{ code }}{% endif %}"
const weak = `# Who gets what
template: otp.liquid
cases:
  - name: everybody else # most of them
    headers: {}
  - name: French
    headers: { accept-language: fr }
`
const strong = `${weak}  - name: French browser
    headers: { accept-language: 'fr-FR,fr;q=0.9' }
`
const recorded = (french: string): string =>
  writeSnapshot('otp.codeword.yaml', [
    {
      name: 'French',
      facts: `request_language: \`fr\` · arm: \`if request_language contains 'fr'\` · GSM-7 · ${french.length} units · 1 segment`,
      text: french,
    },
  ])
const files = { 'otp.liquid': template, 'otp.codeword.yaml': weak }

describe('codeword mutate', () => {
  test('shows each fault that no case notices in its line, with the case that would', async () => {
    const { code, out, err } = await runHere(['mutate', 'otp.codeword.yaml'], {
      cwd: folderWith(files),
    })
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(`otp.codeword.yaml  otp.liquid

No case notices this fault, French (fr-fr) would:
- Code : 123456

otp.liquid:1:24 survived equals-for-contains
  == instead of contains
  1 │ {% if request_language contains 'fr' %}Code : {{ code }}{% else %}Code: {…
    │                        ^^^^^^^^
  + Code: 123456

13 mutants killed by 2 cases, 1 survives.
Score 92.8 % (13 of 14)
1 case would kill it: --write adds it to the fixture.
`)
  })

  test('--write adds the cases, after which all are killed', async () => {
    const cwd = folderWith(files)
    const { code, out } = await runHere(['mutate', '--write'], { cwd })
    expect([code, out.split('\n').slice(-3)]).toEqual([
      0,
      [
        '1 case written into otp.codeword.yaml. codeword test records its message: read',
        'it before you commit.',
        '',
      ],
    ])
    expect(
      readFileSync(join(cwd, 'otp.codeword.yaml'), 'utf8'),
    ).toBe(`${weak}  - name: French (fr-fr)
    headers: { accept-language: fr-fr }
`)
    const again = await runHere(['mutate', '--write', '--min-score', '100'], { cwd })
    expect([again.code, again.out]).toEqual([
      0,
      'otp.codeword.yaml  otp.liquid\n\n14 mutants killed by 3 cases.\nScore 100 %\n',
    ])
  })

  test('--min-score ends with 1 below it', async () => {
    const cwd = folderWith(files)
    const endFor = async (score: string): Promise<unknown> => {
      const { code, err } = await runHere(['mutate', '--min-score', score], { cwd })
      return [code, err]
    }
    expect(await endFor('92.8')).toEqual([0, ''])
    for (const score of ['92.9', '100'])
      expect(await endFor(score)).toEqual([
        1,
        `codeword: the score is 92.8 %, below --min-score ${score}\n`,
      ])
  })

  test('rounds the score down, so that nothing less is 100 %', () => {
    const scores = [100, 99.96, 99.6, 92.857, 0].map(percent)
    expect(scores).toEqual(['100 %', '99.9 %', '99.6 %', '92.8 %', '0 %'])
  })

  test('takes folders, globs and several fixtures, and scores them together', async () => {
    const cwd = folderWith({
      'a/otp.liquid': template,
      'a/otp.codeword.yaml': weak,
      'b/otp.liquid': template,
      'b/otp.codeword.json': JSON.stringify({ template: 'otp.liquid', cases: [{ name: 'any' }] }),
      'b/other.yaml': 'a: b',
    })
    for (const paths of [[], ['.'], ['a', 'b'], ['**/*.codeword.{yaml,json}']]) {
      const { code, out, err } = await runHere(['mutate', ...paths, '--json'], { cwd })
      expect([code, err]).toEqual([0, ''])
      const { fixtures, score } = JSON.parse(out)
      expect(fixtures.map(({ path }: { path: string }) => path)).toEqual([
        'a/otp.codeword.yaml',
        'b/otp.codeword.json',
      ])
      expect(score).toBeCloseTo((fixtures[0].score + fixtures[1].score) / 2)
    }
  })

  test('shows only the template of a connection, in its file', async () => {
    const connection = { strategy: 'sms', options: { twilio_token: 'secret-token', template } }
    const cwd = folderWith({
      'sms.json': JSON.stringify(connection),
      'sms.codeword.yaml': weak.replace('template: otp.liquid', 'connection: sms.json'),
    })
    const { out } = await runHere(['mutate'], { cwd })
    expect(out).toContain('sms.json:1:')
    expect(out).toContain("request_language contains 'fr'")
    for (const format of ['text', 'json', 'mutation-testing'])
      expect((await runHere(['mutate', '--format', format], { cwd })).out).not.toContain('secret')
  })
})

describe('a case that gets a faulty message from the template itself', () => {
  const broken = `{%- if request_language == 'fr' -%}
Votre code est {{ code }}
{%- elsif request_language == 'de' -%}
Ihr Code
{%- endif -%}
`
  const inFolder = {
    'a/otp.liquid': broken,
    'a/otp.codeword.yaml': '# mine\ntemplate: otp.liquid\n',
  }
  const written = 'cases:\n  - name: French (fr)\n    headers: { accept-language: fr }\n'

  test('is never written, for a snapshot would keep the message as what is due', async () => {
    const cwd = folderWith(inFolder)
    const { code, out, err } = await runHere(['mutate', '--write'], { cwd })
    expect([code, err]).toEqual([0, ''])
    expect(readFileSync(join(cwd, 'a/otp.codeword.yaml'), 'utf8')).toBe(
      inFolder['a/otp.codeword.yaml'] + written,
    )
    const text = out.replace(/\s+/g, ' ')
    for (const told of [
      'German (de) would, but the template itself gives it no code; mend that first (rule code-missing): - Ihr Code',
      'the template itself gives it an empty message; mend that first (rule empty-message): - an empty message',
      '1 case written into a/otp.codeword.yaml.',
      'wait until the template is mended, for their messages are not what anybody should get: codeword lint a/otp.liquid',
    ])
      expect(text).toContain(told)
    const again = await runHere(['mutate', '--write'], { cwd })
    expect(again.out).not.toContain('written')
    expect(again.out).not.toContain('--write')
  })

  test('has the rule that tells more in JSON', async () => {
    const { out } = await runHere(['mutate', '--json'], { cwd: folderWith(inFolder) })
    const { cases, written } = JSON.parse(out).fixtures[0]
    const faults = cases.map(({ fault = '' }: { fault?: string }) => fault)
    expect([new Set(faults), written]).toEqual([
      new Set(['', 'code-missing', 'empty-message']),
      false,
    ])
  })

  test('is proposed only where no other would do', async () => {
    const cwd = folderWith({
      'otp.liquid':
        "{% if request_language == 'de' %}Ihr Code{% elsif request_language == 'fr' %}" +
        'Votre code : {{ code }}{% endif -%}\n',
      'otp.codeword.yaml': 'template: otp.liquid\n',
    })
    const { out } = await runHere(['mutate', '--json'], { cwd })
    const { mutants } = JSON.parse(out).fixtures[0]
    expect(mutants.at(-1)).toMatchObject({
      operator: 'keep-whitespace',
      before: 'Votre code : 123456',
      after: 'Votre code : 123456\n',
    })
  })
})

test('codeword mutate takes a template for its fixtures', async () => {
  const cwd = folderWith(files)
  const named = await runHere(['mutate', 'otp.liquid'], { cwd })
  expect(named).toEqual(await runHere(['mutate', 'otp.codeword.yaml'], { cwd }))
  expect(named.out).toContain('Score')
})

describe('codeword mutate cannot run', () => {
  test.each([
    ['where there is no fixture', {}, ['mutate'], '.: no template in this folder'],
    [
      'on a template without a fixture',
      { ...files, 'a.liquid': '{{ code }}' },
      ['mutate', 'a.liquid'],
      'a.liquid: no fixture speaks of it; codeword init a.liquid writes one',
    ],
    ['on nothing', files, ['mutate', 'nosuch'], 'nosuch: there is no such file'],
    ['on a file that is not there', {}, ['mutate', 'a.codeword.yaml'], 'a.codeword.yaml: '],
    [
      'with a mistake in the fixture',
      { ...files, 'otp.codeword.yaml': weak.replace('headers: {}', 'header: {}') },
      ['mutate'],
      'otp.codeword.yaml:5:5: ',
    ],
    [
      'without its template',
      { 'otp.codeword.yaml': weak },
      ['mutate'],
      'otp.codeword.yaml:2:11: template: otp.liquid: ',
    ],
    [
      'on a template that Liquid rejects',
      { ...files, 'otp.liquid': '{% if x %}' },
      ['mutate'],
      'otp.liquid:1:1: Liquid rejects this template',
    ],
    [
      'with an odd score',
      files,
      ['mutate', '--min-score', '101'],
      "--min-score: '101' is no score",
    ],
    [
      'where a case fails without any fault',
      { ...files, 'otp.codeword.yaml': `${weak}    expect: { contains: code }\n` },
      ['mutate'],
      "otp.codeword.yaml:8:25: French: The message does not contain 'code': 'Code : 123456'; mutants are planted once all cases pass, codeword test shows them",
    ],
    [
      'where Liquid stops in a case',
      {
        'otp.liquid':
          "{{ code }}{% if request_language == 'fr' %}{% for i in (1..9999999) %}.{% endfor %}{% endif %}",
        'otp.codeword.yaml': weak,
      },
      ['mutate'],
      'otp.codeword.yaml:6:5: French: Liquid makes no message (',
    ],
    [
      'where another message is recorded',
      { ...files, 'otp.codeword.snap.md': recorded('Code. 123456') },
      ['mutate'],
      'otp.codeword.yaml:6:5: French: The message is not the recorded one',
    ],
    [
      'where the recorded messages are damaged',
      { ...files, 'otp.codeword.snap.md': recorded('Code').slice(0, -5) },
      ['mutate'],
      'otp.codeword.snap.md:8:1: this is not as Codeword wrote it',
    ],
    ['with two formats', files, ['mutate', '--json', '--format', 'text'], 'give --json or'],
  ])('%s', async (_, inFolder, args, message) => {
    const { code, err } = await runHere(args, { cwd: folderWith(inFolder) })
    expect(code).toBe(2)
    expect(err).toContain(`codeword: ${message}`)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

test('what is recorded, and cases that nothing is recorded of, keep nobody from a score', async () => {
  const cwd = folderWith({ ...files, 'otp.codeword.snap.md': recorded('Code : 123456') })
  expect(await runHere(['mutate'], { cwd })).toMatchObject({ code: 0, err: '' })
})

test('a fixture with a mistake does not keep others from their score', async () => {
  const cwd = folderWith({ ...files, 'a.codeword.yaml': 'cases: 1' })
  const { code, out, err } = await runHere(['mutate'], { cwd })
  expect([code, out]).toEqual([2, expect.stringContaining('Score 92.8 %')])
  expect(err).toContain('codeword: a.codeword.yaml:1:')
})

test('the report for viewers of mutation testing holds places, texts and killers', async () => {
  const cwd = folderWith({ ...files, 'otp.codeword.yaml': strong })
  const { out } = await runHere(['mutate', '--format', 'mutation-testing'], { cwd })
  const report = JSON.parse(out)
  expect(report).toMatchObject({ schemaVersion: '2', thresholds: { high: 80, low: 60 } })
  const { source, mutants } = report.files['otp.liquid']
  expect(source).toBe(template)
  const tests = report.testFiles['otp.codeword.yaml'].tests
  const named = mutants.find(
    ({ mutatorName }: { mutatorName: string }) => mutatorName === 'equals-for-contains',
  )
  expect(named).toMatchObject({
    status: 'Killed',
    replacement: '==',
    location: { start: { line: 1, column: 24 }, end: { line: 1, column: 32 } },
    killedBy: [tests.find(({ name }: { name: string }) => name === 'French browser').id],
  })
  for (const { location, replacement } of mutants) {
    const { start, end } = location
    const text = source.slice(0, start.column - 1) + replacement + source.slice(end.column - 1)
    expect(text).not.toBe(source)
  }
})
