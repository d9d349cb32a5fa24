import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { expectSound } from './engine.ts'
import { printTemplate } from './print.ts'

/** `golden/x.liquid` gives the tree and the problems of `golden/x.txt`; `vitest -u` writes them. */
const folder = join(import.meta.dirname, 'golden')

test.each(globSync('*.liquid', { cwd: folder }).sort())('%s', async (file) => {
  const source = readFileSync(join(folder, file), 'utf8')
  expectSound(source)
  const expected = join(folder, `${basename(file, '.liquid')}.txt`)
  await expect(printTemplate(parse(source))).toMatchFileSnapshot(expected)
})
