import { spawnSync } from 'node:child_process'
import { chownSync, globSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith } from './folder.ts'

const module = new URL('../src/compiled-code.ts', import.meta.url)

/** A start of a command of one chunk; each folder holds a command and what is kept of it. */
function start(folder: string, env: Readonly<Record<string, string>> = {}): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['start.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { NODE_COMPILE_CACHE: join(folder, 'kept'), ...env },
  })
  return [status, stdout, stderr]
}

const command = (): string =>
  folderWith({
    'start.mjs': `import { createRequire } from 'node:module'
import { keepCompiledCode } from '${module}'
keepCompiledCode()
process.exitCode = Number(process.env.EXIT ?? 0)
process.stdout.write(createRequire(import.meta.url)('./chunk-hash.cjs').answer())`,
    'chunk-hash.cjs': `exports.answer = () => require('./part-hash.cjs').join([__filename, __dirname, module.id])`,
    'part-hash.cjs': `exports.join = (parts) => parts.every((part) => typeof part === 'string') ? 'right' : 'wrong'`,
  })

const right = [0, 'right', '']
const past = new Date('2020-01-01')
const kept = (folder: string): string[] => globSync(`${folder}/kept/*/chunk-hash.cjs*`)
const isOfPast = (path: string): boolean => statSync(path).mtimeMs === past.getTime()

test('what is compiled is kept once, for its user only, and used', () => {
  const folder = command()
  expect(start(folder)).toEqual(right)
  const [path, ...others] = kept(folder)
  expect(others).toEqual([])
  if (process.platform !== 'win32') expect(statSync(path!).mode & 0o777).toBe(0o600)
  utimesSync(path!, past, past)
  expect(start(folder)).toEqual(right)
  expect(isOfPast(path!)).toBe(true)
})

test('what is damaged, or of another version, is compiled again', () => {
  const folder = command()
  start(folder)
  const [path] = kept(folder)
  writeFileSync(path!, 'damaged')
  utimesSync(path!, past, past)
  expect(start(folder)).toEqual(right)
  expect(isOfPast(path!)).toBe(false)
})

test.runIf(process.getuid?.() === 0)('what somebody else put there is not run', () => {
  const folder = command()
  start(folder)
  const [path] = kept(folder)
  chownSync(path!, 65_534, 65_534)
  expect(start(folder)).toEqual(right)
  expect(statSync(path!).uid).toBe(0)
})

test('a start that fails leaves keeping to the next', () => {
  const folder = command()
  expect(start(folder, { EXIT: '2' })).toEqual([2, 'right', ''])
  expect(kept(folder)).toEqual([])
  expect(start(folder, { EXIT: '1' })).toEqual([1, 'right', ''])
  expect(kept(folder)).toHaveLength(1)
})

test('nothing is kept where nobody wants it or nothing can be', () => {
  const unwanted = command()
  expect(start(unwanted, { NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(right)
  expect(kept(unwanted)).toEqual([])
  const impossible = command()
  writeFileSync(join(impossible, 'kept'), 'no folder')
  expect(start(impossible)).toEqual(right)
})
