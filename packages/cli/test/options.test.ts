import { expect, test } from 'vitest'
import { parse } from '../src/options.ts'

const options = {
  quiet: { summary: '' },
  help: { short: 'h', summary: '' },
  language: { value: 'VALUE', summary: '' },
  format: { value: 'FORMAT', choices: ['stylish', 'json'], multiple: true, summary: '' },
} as const

const parsed = (...args: string[]): Promise<unknown> => parse(args, options)

test('reads values as the texts that they are', async () => {
  expect(
    await parse(['a', '--language', '', '--format', 'json', '--format=stylish', 'b'], options),
  ).toEqual({
    values: { quiet: false, help: false, language: '', format: ['json', 'stylish'] },
    positionals: ['a', 'b'],
    rest: [],
    given: [
      { name: 'language', value: '' },
      { name: 'format', value: 'json' },
      { name: 'format', value: 'stylish' },
    ],
  })
  expect((await parse(['--language', '007', '-h'], options)).values).toMatchObject({
    language: '007',
    help: true,
  })
  expect((await parse(['--language=--x'], options)).values.language).toBe('--x')
  expect(await parse(['a', '--', '--quiet'], options)).toMatchObject({
    positionals: ['a', '--quiet'],
    rest: ['--quiet'],
  })
})

test('knows what was not given', async () => {
  expect(await parse([], options)).toEqual({
    values: { quiet: false, help: false, language: undefined, format: [] },
    positionals: [],
    rest: [],
    given: [],
  })
})

test.each([
  [['--qiet'], 'unknown option --qiet; did you mean --quiet?'],
  [['--Language', 'x'], 'unknown option --Language; did you mean --language?'],
  [['--frobnicate'], 'unknown option --frobnicate: --help lists the options'],
  [['--constructor'], 'unknown option --constructor: --help lists the options'],
  [['-x'], 'unknown option -x: --help lists the options'],
  [['--quiet=yes'], '--quiet takes no value'],
  [['--language'], '--language needs a value: --language VALUE'],
  [['--language', '--quiet'], '--language needs a value: --language VALUE'],
  [['--language', 'a', '--language', 'b'], '--language is given twice: give it once'],
  [['--format', 'jsn'], "--format: there is no 'jsn'; did you mean json?"],
  [['--format', 'xml'], "--format: there is no 'xml', only stylish, json"],
])('refuses %j', async (args, message) => {
  await expect(parsed(...args)).rejects.toThrow(message)
})
