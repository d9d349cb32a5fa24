import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const template = `{%- if request_language contains 'fr' -%}
  Votre code est @@password@@
{%- else -%}
  Your code is @@password@@
{%- endif -%}
`

const fixture = `template: ./otp.liquid
languages: [ fr ]
cases:
  - name: French
    headers: { accept-language: fr }
    expect: { language: fr, segments: 1 }
  - name: no header at all
    headers: {}
    expect: { segments: 1 }
`

describe('codeword init', () => {
  it('takes the only template of the folder', async () => {
    const cwd = folderWith({ 'otp.liquid': template, 'README.md': '' })
    expect(await runHere(['init'], { cwd })).toEqual({
      code: 0,
      out: `otp.codeword.yaml: 2 cases; codeword test runs them

Not everything is right yet in the template:
✗ right-language is broken: a phone set to Northern Frisian (\`frr\`) gets ‘Votre
code est 123456’
codeword explain otp.liquid tells more, codeword lint otp.liquid how to mend it.
`,
      err: '',
    })
    expect(readFileSync(join(cwd, 'otp.codeword.yaml'), 'utf8')).toBe(fixture)
    expect(readdirSync(cwd).sort()).toEqual(['README.md', 'otp.codeword.yaml', 'otp.liquid'])
    expect(await runHere(['lint'], { cwd })).toMatchObject({ code: 1, err: '' })
  })

  it('writes beside the template, with what the user says', async () => {
    const cwd = folderWith({ 'a/otp.liquid': template })
    const args = ['init', 'a/otp.liquid', '--fallback', 'en', '--segments', '1']
    expect(await runHere(args, { cwd })).toMatchObject({ code: 0 })
    expect(readFileSync(join(cwd, 'a/otp.codeword.yaml'), 'utf8')).toBe(
      fixture
        .replace('cases:', 'fallback: en\nlimits: { segments: 1 }\ncases:')
        .replace('{}\n    expect: {', '{}\n    expect: { language: en,'),
    )
  })

  it('says nothing of a template where all is right', async () => {
    const cwd = folderWith({ 'otp.liquid': 'Your code is {{ code }}' })
    expect(await runHere(['init'], { cwd })).toMatchObject({
      out: 'otp.codeword.yaml: 1 case; codeword test runs them\n',
    })
  })

  it('names the template of a connection in which something is not right', async () => {
    const options = { email: { body: 'Hello', subject: '{{ code }}' } }
    const cwd = folderWith({ 'mail.json': JSON.stringify({ strategy: 'email', options }) })
    const { out } = await runHere(['init', 'mail.json', '--template', 'options.email.body'], {
      cwd,
    })
    expect(out.replaceAll('\n', ' ')).toContain(
      'codeword explain mail.json --template options.email.body tells more',
    )
  })

  it('takes one template of a connection', async () => {
    const connection = {
      strategy: 'email',
      options: { email: { body: '{{ code }}', subject: '{{ code }}' } },
    }
    const cwd = folderWith({ 'mail.json': JSON.stringify(connection) })
    expect(await runHere(['init', 'mail.json'], { cwd })).toMatchObject({
      code: 2,
      err: 'codeword: mail.json: it holds several templates: choose one with --template options.email.body, or options.email.subject\n',
    })
    await runHere(['init', 'mail.json', '--template', 'options.email.body'], { cwd })
    expect(readFileSync(join(cwd, 'mail.options.email.body.codeword.yaml'), 'utf8')).toBe(
      'connection: ./mail.json\nmessage: options.email.body\ncases:\n  - name: no header at all\n    headers: {}\n',
    )
  })

  it('gives each template of a file a fixture of its own', async () => {
    const options = { email: { body: 'Code: {{ code }}', subject: '{{ code }}' } }
    const cwd = folderWith({ 'mail.json': JSON.stringify({ strategy: 'email', options }) })
    for (const name of ['options.email.body', 'options.email.subject'])
      expect(await runHere(['init', 'mail.json', '--template', name], { cwd })).toMatchObject({
        code: 0,
        err: '',
      })
    expect(readdirSync(cwd).sort()).toEqual([
      'mail.json',
      'mail.options.email.body.codeword.yaml',
      'mail.options.email.subject.codeword.yaml',
    ])
    expect(await runHere(['mutate'], { cwd })).toMatchObject({ code: 0, err: '' })
  })

  it('never overwrites', async () => {
    const cwd = folderWith({ 'otp.liquid': template, 'otp.codeword.yaml': 'mine' })
    expect(await runHere(['init'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'codeword: otp.codeword.yaml: it is there already, and stays as it is\n',
    })
    expect(readFileSync(join(cwd, 'otp.codeword.yaml'), 'utf8')).toBe('mine')
  })

  it.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    [
      'no template',
      { a: '' },
      [],
      'no .liquid file is in this folder: name a template, codeword init otp.liquid',
    ],
    [
      'several',
      { 'b.liquid': '', 'a.liquid': '' },
      [],
      'several templates are in this folder: choose one, codeword init a.liquid',
    ],
    ['a file that is not there', {}, ['otp.liquid'], 'otp.liquid: there is no such file'],
    ['two files', {}, ['a.liquid', 'b.liquid'], 'init takes one file: codeword init otp.liquid'],
    [
      'another kind of file',
      { 'a.txt': '' },
      ['a.txt'],
      'a.txt: it holds no template and no Auth0 connection (.liquid, .json, .yaml, .tf)',
    ],
    [
      'a template that Liquid rejects',
      { 'a.liquid': '{% if %}' },
      ['a.liquid'],
      'a.liquid:1:6: Liquid rejects this template',
    ],
  ])('says so: %s', async (_, files, args, message) => {
    const cwd = folderWith(files)
    const { code, out, err } = await runHere(['init', ...args], { cwd })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`codeword: ${message}`)
    expect(err.split('\n')).toHaveLength(2)
    expect(readdirSync(cwd).sort()).toEqual(Object.keys(files).sort())
  })
})

describe('codeword lint checks fixtures', () => {
  it('passes those that fit their template', async () => {
    const good = '{{ code }} is your Acme code.'
    const cwd = folderWith({ 'otp.liquid': good, 'otp.codeword.yaml': 'template: ./otp.liquid\n' })
    expect(await runHere(['lint'], { cwd })).toMatchObject({ code: 0, err: '' })
    const { out } = await runHere(['lint', '--json', 'otp.codeword.yaml'], { cwd })
    expect(JSON.parse(out).files).toEqual([{ path: 'otp.codeword.yaml', diagnostics: [] }])
  })

  test.each<[string, string, readonly string[]]>([
    [
      'mistakes',
      'template: ./otp.liquid\ncase: []\nlanguages: dutch\n',
      [
        'otp.codeword.yaml:2:1: case: is not known here; did you mean cases?',
        'otp.codeword.yaml:3:12: languages: must be an array, not a string',
      ],
    ],
    [
      'no such template',
      '\ntemplate: ./opt.liquid\n',
      ['otp.codeword.yaml:2:11: template: opt.liquid: there is no such file'],
    ],
    [
      'a branch that is not there',
      'template: ./otp.liquid\ncases: [{ name: a, expect: { arm: els } }]\n',
      [
        'otp.codeword.yaml:2:35: cases[0].expect.arm: no branch of the template has this tag; did you mean else?',
      ],
    ],
  ])('and tells what is wrong: %s', async (_, text, lines) => {
    const cwd = folderWith({ 'otp.liquid': template, 'otp.codeword.yaml': text })
    const { code, err } = await runHere(['lint'], { cwd })
    expect(code).toBe(2)
    expect(err).toBe(lines.map((line) => `codeword: ${line}\n`).join(''))
    const input = { cwd, input: text }
    const stdin = await runHere(['lint', '--stdin', '--stdin-filename', 'otp.codeword.yaml'], input)
    expect(stdin).toMatchObject({ code: 2, err })
  })

  it('while other commands pass them over', async () => {
    const cwd = folderWith({ 'otp.liquid': template })
    writeFileSync(join(cwd, 'otp.codeword.yaml'), 'nonsense')
    expect(await runHere(['fmt', '--check'], { cwd })).toMatchObject({
      out: expect.stringContaining('1 file'),
      err: '',
    })
  })
})
