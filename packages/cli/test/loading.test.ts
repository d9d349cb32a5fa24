import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { codeword } from './cli.ts'
import { folderWith } from './folder.ts'

const recorder = fileURLToPath(new URL('./record-modules.mjs', import.meta.url))

/** What a command loads: names of packages, and of our own files from the name of their package on. */
function loadedBy(...args: string[]): ReadonlySet<string> {
  const cwd = folderWith({
    'otp.liquid': 'Your code is @@password@@',
    'empty.json': '{}',
    'overrides.json': '{ "overrides": [{ "files": ["*"] }] }',
    'sms.json': '{ "name": "sms", "strategy": "sms", "options": { "template": "@@password@@" } }',
  })
  const list = join(cwd, 'loaded.txt')
  const { code, err } = codeword(args, {
    cwd,
    env: { LOADED_MODULES: list },
    node: ['--import', recorder],
  })
  expect([code, err]).toEqual([0, ''])
  const urls = readFileSync(list, 'utf8').split('\n')
  return new Set(
    urls.map((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? ownFile(url)),
  )
}

const ownFile = (url: string): string => url.replace(/^.*\/packages\//, '')

const heavy = [
  'twilio',
  'axios',
  'auth0',
  'liquidjs',
  'jsonc-parser',
  'tinyglobby',
  'ignore',
  'fastest-levenshtein',
]

test.each([
  [['--version'], []],
  [['--help'], []],
  [
    ['lint', 'otp.liquid'],
    ['liquidjs', 'fastest-levenshtein'],
  ],
  [['otp.liquid'], ['liquidjs', 'fastest-levenshtein']],
  [
    ['render', 'otp.liquid'],
    ['liquidjs', 'fastest-levenshtein'],
  ],
  [
    ['explain', 'otp.liquid', '--format', 'html'],
    ['liquidjs', 'fastest-levenshtein'],
  ],
  [
    ['diff', 'otp.liquid', 'otp.liquid'],
    ['liquidjs', 'fastest-levenshtein'],
  ],
  [
    ['lint', 'otp.liquid', '--config', 'empty.json'],
    ['liquidjs', 'jsonc-parser', 'fastest-levenshtein'],
  ],
  [
    ['lint', 'otp.liquid', '--config', 'overrides.json'],
    ['liquidjs', 'jsonc-parser', 'ignore', 'fastest-levenshtein'],
  ],
  [
    ['lint', 'sms.json'],
    ['liquidjs', 'jsonc-parser', 'fastest-levenshtein'],
  ],
  [
    ['lint', '*.liquid'],
    ['liquidjs', 'tinyglobby', 'ignore', 'fastest-levenshtein'],
  ],
  [
    ['lint', '.'],
    ['liquidjs', 'jsonc-parser', 'ignore', 'fastest-levenshtein'],
  ],
])('codeword %j loads of the heavy libraries only %j', (args, expected) => {
  const loaded = loadedBy(...args)
  expect(heavy.filter((name) => loaded.has(name)).toSorted()).toEqual(expected.toSorted())
})

test('help and version load nothing but the command line itself', () => {
  for (const file of loadedBy('--help')) expect(file).not.toMatch(/^core\//)
})

test('no start loads what terminals and sockets need', () => {
  const loaded = loadedBy('lint', 'otp.liquid')
  expect(loaded).toContain('node:fs')
  for (const module of ['node:tty', 'node:net']) expect(loaded).not.toContain(module)
})

test('a command loads no other command and no other format', () => {
  const loaded = loadedBy('lint', 'otp.liquid')
  expect(loaded).toContain('cli/src/commands/lint.ts')
  expect(loaded).toContain('core/src/report/stylish.ts')
  for (const file of [
    'cli/src/commands/check.ts',
    'cli/src/config/load-config.ts',
    'core/src/config/schema.ts',
    'cli/src/files/changed-files.ts',
    'cli/src/files/write-files.ts',
    'cli/src/lint/step-summary.ts',
    'core/src/report/json.ts',
    'core/src/report/sarif.ts',
    'core/src/report/step-summary.ts',
  ])
    expect(loaded).not.toContain(file)
})

test('explain loads the one format that is asked for', () => {
  const loaded = loadedBy('explain', 'otp.liquid', '--json')
  expect(loaded).toContain('core/src/report/explain/json.ts')
  for (const name of ['html', 'style', 'text', 'markdown'])
    expect(loaded).not.toContain(`core/src/report/explain/${name}.ts`)
  expect(loaded).not.toContain('cli/src/explain/count-requests.ts')
})

test('a template loads none of what connections need', () => {
  const validators = 'core/src/source/connection.generated.ts'
  expect(loadedBy('lint', 'sms.json')).toContain(validators)
  expect(loadedBy('lint', 'otp.liquid')).not.toContain(validators)
})
