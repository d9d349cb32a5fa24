import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const untidy =
  '{%if request_language=="nl"%}Uw code: @@password@@{%else%}Code: @@password@@{%endif%}'
const tidy =
  "{% if request_language == 'nl' %}Uw code: @@password@@{% else %}Code: @@password@@{% endif %}"
const connection = (template: string): string =>
  JSON.stringify({ name: 'sms', strategy: 'sms', options: { template, from: '+15005550006' } })

test('files are formatted, in their hosts too, and once is enough', async () => {
  const cwd = folderWith({
    'otp.liquid': untidy,
    'ok.liquid': tidy,
    'sms.json': connection(untidy),
  })
  expect(await runHere(['fmt', '--check'], { cwd })).toEqual({
    code: 1,
    out: 'otp.liquid\nsms.json\n2 of 3 files would be formatted\n',
    err: '',
  })
  expect(readFileSync(join(cwd, 'otp.liquid'), 'utf8')).toBe(untidy)
  expect(await runHere(['fmt'], { cwd })).toEqual({
    code: 0,
    out: '2 of 3 files formatted\n',
    err: '',
  })
  expect(readFileSync(join(cwd, 'otp.liquid'), 'utf8')).toBe(tidy)
  expect(readFileSync(join(cwd, 'sms.json'), 'utf8')).toBe(connection(tidy))
  expect((await runHere(['fmt', '--check', '.'], { cwd })).code).toBe(0)
})

test('standard input comes out formatted, exactly', async () => {
  expect(await runHere(['fmt', '--stdin'], { input: untidy })).toEqual({
    code: 0,
    out: tidy,
    err: '',
  })
})

test('what Liquid rejects is left as it is, and said', async () => {
  const broken = '{%if a%}never closed'
  expect(await runHere(['fmt', '--stdin'], { input: broken })).toEqual({
    code: 0,
    out: broken,
    err: 'codeword: stdin.liquid: not formatted: Liquid rejects it\n',
  })
})

test('bad requests are refused', async () => {
  const refused = async (...args: string[]): Promise<unknown> =>
    (await runHere(['fmt', ...args])).err
  expect(await refused('--stdin', '--check')).toBe(
    'codeword: fmt: give --check or --stdin, not both\n',
  )
  expect(await refused('--stdin', 'a.liquid')).toBe(
    'codeword: give --stdin or paths, not both (a.liquid)\n',
  )
})
