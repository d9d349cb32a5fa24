import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { plain } from '@codeword/core'
import { expect, test } from 'vitest'
import { run } from '../src/run.ts'
import { codeword, runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const files = {
  'otp.liquid': 'Your code is @@password@@',
  'binary.liquid': 'a\0b',
  'big.liquid': new Uint8Array(10_000_000).fill(0x61),
  'latin.liquid': Uint8Array.of(0x63, 0xf3, 0x64, 0x69, 0x67, 0x6f),
  'package.json': '{ "name": "acme" }',
  'values.json': '{ "nl": 1 }',
  'email.json':
    '{ "strategy": "email", "options": { "email": { "subject": "a", "body": "{{ code }}" } } }',
  'docs/readme.md': 'nothing to lint',
  'json/package.json': '{}',
}

/** The whole of standard error for each command line; all end in 2 and print no result. */
const refused: readonly (readonly [string, string])[] = [
  ['none.liquid', 'none.liquid: there is no such file'],
  ['lnt', "there is no 'lnt'; did you mean lint?"],
  ['lint none.liquid', 'none.liquid: there is no such file'],
  ['render none.liquid', 'none.liquid: there is no such file'],
  ['docs', 'docs: it is a folder: give a file in it'],
  ['render docs', 'docs: it is a folder: give a file in it'],
  ['lint docs', 'docs: no template in this folder (hidden and git-ignored files do not count)'],
  ['lint json', 'json: no template and no Auth0 connection (other files passed over: 1)'],
  ['lint *.txt', '*.txt: no file matches this pattern'],
  [
    'package.json',
    'package.json: it holds no template and no Auth0 connection (.liquid, .json, .yaml, .tf)',
  ],
  ['lint binary.liquid', 'binary.liquid: it is a binary file, no text: give a template'],
  [
    'lint big.liquid',
    'big.liquid: it is larger than 2 MB, so it is no template: give the right file',
  ],
  ['big.liquid', 'big.liquid: it is larger than 2 MB, so it is no template: give the right file'],
  ['lint latin.liquid', 'latin.liquid: it is not UTF-8 (byte 0xF3 in line 1): save it as UTF-8'],
  ['lint --qiet', 'unknown option --qiet; did you mean --quiet?'],
  ['otp.liquid --frmat json', 'unknown option --frmat: --help lists the options'],
  ['lint --version', '--version stands alone: codeword --version'],
  ['otp.liquid --version', '--version stands alone: codeword --version'],
  ['--verison', 'unknown option --verison; did you mean --version?'],
  [
    'lint --format checkstyle',
    "--format: there is no 'checkstyle', only stylish, json, github, gitlab, junit, sarif",
  ],
  [
    'lint --rule empty-mesage=off',
    "--rule: there is no 'empty-mesage'; did you mean empty-message?",
  ],
  [
    'lint --rule empty-message=loud',
    '--rule empty-message: give it a level: empty-message=off, info, warn or error',
  ],
  [
    'lint --rule empty-message=off=x',
    '--rule empty-message: give it a level: empty-message=off, info, warn or error',
  ],
  [
    'lint otp.liquid --format stylish --format github',
    '--format: stylish and github both go to standard output: give one an --output-file',
  ],
  [
    'lint otp.liquid --json --format stylish',
    '--format: stylish and json both go to standard output: give one an --output-file',
  ],
  [
    'lint --stdin --stdin-filename otp.txt',
    '--stdin-filename otp.txt: it holds no template and no Auth0 connection (.liquid, .json, .yaml, .tf)',
  ],
  ['rules empty-mesage', "rules: there is no 'empty-mesage'; did you mean empty-message?"],
  ['explain', 'explain takes one file: codeword explain otp.liquid'],
  ['explain a b', 'explain takes one file: codeword explain otp.liquid'],
  ['explain none.liquid', 'none.liquid: there is no such file'],
  ['explain otp.liquid --format htm', "--format: there is no 'htm'; did you mean html?"],
  [
    'explain otp.liquid --price cheap',
    "--price: 'cheap' is no price; write what one segment costs: 0.0079",
  ],
  ['explain otp.liquid --set nope=1', '--set nope: is not known here'],
  [
    'explain email.json',
    'email.json: it holds several templates: choose one with --template options.email.body, or options.email.subject',
  ],
  [
    'explain email.json --template body',
    "email.json: --template: there is no 'body', only options.email.body, options.email.subject",
  ],
  [
    'explain email.json --template options.email.body --price 1',
    '--price: an email has no segments, so it has no price',
  ],
  ['rules a b', 'rules takes one name: codeword rules empty-message'],
  ['check', 'check needs a file: codeword check otp.liquid'],
  ['lint --max-warnings some', "--max-warnings: 'some' is no number; give 0 or more"],
  ['lint --max-warnings=-1', "--max-warnings: '-1' is no number; give 0 or more"],
  ['lint --profile auth0-sns', "--profile: there is no 'auth0-sns'; did you mean auth0-sms?"],
  ['lint --domain reel', "--domain: there is no 'reel'; did you mean real?"],
  ['lint --domain @none.json', '--domain: none.json: there is no such file'],
  [
    'lint --domain @values.json',
    '--domain: values.json: it must be a JSON list of texts, null for no header: ["nl-NL", "", null]',
  ],
  ['lint --languages en,dutch', "--languages: 'dutch' is no language tag; did you mean nl?"],
  [
    'lint --fallback xx-yy-zz',
    "--fallback: 'xx-yy-zz' is no language tag; German is de, Dutch is nl",
  ],
  ['lint --segments 0', "--segments: '0' is no number of segments; use 1 to 99"],
  ['lint --stdin otp.liquid', 'give --stdin or paths, not both (otp.liquid)'],
  ['lint --stdin-filename a.liquid', '--stdin-filename needs --stdin'],
  [
    'lint otp.liquid --format json --output-file none/x.json',
    '--output-file: none/x.json cannot be written (ENOENT): give another place',
  ],
  [
    'lint otp.liquid --format json --output-file a --format sarif --output-file ./a',
    '--output-file ./a: it is given twice',
  ],
]

test.each(refused)('codeword %s', async (line, message) => {
  expect(await runHere(line.split(' '), { cwd: folderWith(files) })).toEqual({
    code: 2,
    out: '',
    err: `codeword: ${message}\n`,
  })
})

test('a broken connection is a finding at its place', async () => {
  const cwd = folderWith({
    'sms.json': '{\n  "name": "sms",\n  "strategy": "sms",\n  "options": { "template": }\n}\n',
  })
  const { code, out, err } = await runHere(['lint', 'sms.json'], { cwd })
  expect([code, err]).toEqual([1, ''])
  expect(out).toMatch(/^sms\.json:4:\d+ error invalid-connection\n/)
})

test('a template that Liquid rejects has findings, and no text', async () => {
  const cwd = folderWith({ 'otp.liquid': 'a\n{% if x %}@@password@@' })
  expect((await runHere(['lint', 'otp.liquid'], { cwd })).code).toBe(1)
  const check = await runHere(['otp.liquid'], { cwd })
  expect(check).toMatchObject({ code: 1, err: '' })
  expect(check.out).toContain('Liquid rejects this template')
  const render = await runHere(['render', 'otp.liquid'], { cwd })
  expect(render).toMatchObject({ code: 2, out: '' })
  expect(render.err).toMatch(/^codeword: otp\.liquid:2:1: Liquid rejects this template \(.*\n$/)
  expect(render.err.trimEnd().split('\n')).toHaveLength(1)
})

test('the names of files cannot act on the terminal', async () => {
  const { err } = await runHere(['lint', 'a\x1b[2J\nb.liquid'])
  expect(err).toBe('codeword: a [2J b.liquid: no file matches this pattern\n')
})

test('even a fault of our own is one line', async () => {
  let err = ''
  const host = {
    cwd: process.cwd(),
    stdin: process.stdin,
    out: () => {
      throw new TypeError('no way\n    at somewhere')
    },
    note: (text: string) => {
      err += text
    },
    paint: plain,
    width: 80,
  }
  expect(await run(['rules'], host)).toBe(2)
  expect(err).toBe('codeword: internal error: no way. Please report it with what led to it\n')
})

/** Nobody has no files of their own on any system. */
const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {}

test('a file and a folder that may not be read', () => {
  const cwd = folderWith({ 'a.liquid': 'x', 'b/c.liquid': 'x' })
  chmodSync(cwd, 0o755)
  chmodSync(join(cwd, 'a.liquid'), 0)
  chmodSync(join(cwd, 'b'), 0)
  expect(codeword(['lint', 'a.liquid', 'b'], { cwd, ...nobody })).toEqual({
    code: 2,
    out: '',
    err: `codeword: b: it may not be read: give yourself permission to read it and to enter its folder\ncodeword: a.liquid: it may not be read: give yourself permission to read it and to enter its folder\n`,
  })
  chmodSync(join(cwd, 'b'), 0o755)
})
