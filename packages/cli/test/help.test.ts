import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { runHere } from './cli.ts'

/** Everything that has options of its own, by the words that call it. */
const all = [...commands].flatMap(([name, entry]) =>
  'load' in entry
    ? [{ words: [name], entry }]
    : [...entry.actions].map(([action, each]) => ({ words: [name, action], entry: each })),
)

test.each([[[]], [['--help']], [['-h']]])(
  '%j shows three examples and all commands',
  async (args) => {
    const { code, out, err } = await runHere(args)
    expect([code, err]).toEqual([0, ''])
    expect(out.match(/^ {2}codeword /gm)).toHaveLength(3)
    for (const name of commands.keys()) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
  },
)

test.each(all)('$words --help lists its options and shows an example', async ({ words, entry }) => {
  const { code, out, err } = await runHere([...words, '--help'])
  expect([code, err]).toEqual([0, ''])
  const command = await entry.load()
  for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`)
  expect(out).toMatch(/^Examples?\n {2}codeword /m)
})

test.each([[[]], [['rules']], ...all.map(({ words }) => [[...words, '--help']]), [['connection']]])(
  '%j fits a terminal of 80 columns',
  async (args) => {
    for (const line of (await runHere(args)).out.split('\n')) expect(line.length).toBeLessThan(81)
  },
)

test('the examples in help are command lines that exist', async () => {
  for (const { words, entry } of all) {
    const { options, examples } = await entry.load()
    // What stands behind `--` is another program's.
    const own = examples.map((example) => example.split(' -- ')[0])
    for (const option of own.join(' ').matchAll(/ --([a-z-]+)/g)) {
      expect([words, Object.keys(options)]).toEqual([words, expect.arrayContaining([option[1]])])
    }
  }
})

test('rules are listed by group and explained by name', async () => {
  const list = (await runHere(['rules'])).out
  expect(list).toMatch(/^proof\n {2}empty-message +error +\S/)
  expect((await runHere(['rules', 'empty-message'])).out).toMatch(
    /^empty-message \(proof, error\)\n\n.+\n\ndocs\/rules\/empty-message\.md\n$/,
  )
})

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect((await runHere(['--version'])).out).toBe(`${version}\n`)
})
