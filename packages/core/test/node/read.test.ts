import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readTextFile, readTextStream } from '../../src/node/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'codeword-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function* stream(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

test.each([
  ['text', utf8('Ваш код: @@password@@'), 'Ваш код: @@password@@'],
  ['nothing', utf8(''), ''],
  ['a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x61), '\ufeffa'],
  ['a replacement character', utf8('a\ufffd'), 'a\ufffd'],
  ['line ends as they are', utf8('a\r\nb\rc\n'), 'a\r\nb\rc\n'],
  ['exactly 2 MB', new Uint8Array(2 ** 21).fill(0x61), 'a'.repeat(2 ** 21)],
])('reads %s', async (_name, content, text) => {
  expect(readTextFile(file('good.liquid', content))).toEqual({ text })
  expect(await readTextStream(stream(content))).toEqual({ text })
})

test.each([
  [
    '10 MB',
    new Uint8Array(10_000_000).fill(0x61),
    'it is larger than 2 MB, so it is no template: give the right file',
  ],
  ['NUL bytes', bytes(0x61, 0, 0x62), 'it is a binary file, no text: give a template'],
  ['UTF-16 little-endian', bytes(0xff, 0xfe, 0x61, 0), 'it is UTF-16: save it as UTF-8'],
  ['UTF-16 big-endian', bytes(0xfe, 0xff, 0, 0x61), 'it is UTF-16: save it as UTF-8'],
  [
    'Latin-1',
    bytes(0x61, 0x0a, 0xe9, 0x62),
    'it is not UTF-8 (byte 0xE9 in line 2): save it as UTF-8',
  ],
  [
    'an encoded surrogate',
    bytes(0xed, 0xa0, 0x80),
    'it is not UTF-8 (byte 0xED in line 1): save it as UTF-8',
  ],
  [
    'half a character at the end',
    bytes(0x61, 0xe9),
    'it is not UTF-8 (byte 0xE9 in line 1): save it as UTF-8',
  ],
])('refuses %s', async (_name, content, problem) => {
  expect(readTextFile(file('bad.liquid', content))).toEqual({ problem })
  expect(await readTextStream(stream(content))).toEqual({ problem })
})

test('refuses what is no file', () => {
  mkdirSync(join(folder, 'inner'))
  symlinkSync(join(folder, 'loop'), join(folder, 'loop'))
  const problem = (name: string): unknown => readTextFile(join(folder, name))
  expect(problem('none.liquid')).toEqual({ problem: 'there is no such file' })
  expect(problem('inner')).toEqual({ problem: 'it is a folder: give a file in it' })
  expect(problem('good.liquid/x')).toEqual({
    problem: 'there is no such file: a part of its path is no folder',
  })
  expect(problem('loop')).toEqual({ problem: 'its symbolic links lead in a circle' })
  symlinkSync(join(folder, 'gone'), join(folder, 'dead'))
  expect(problem('dead')).toEqual({
    problem: 'it is a symbolic link, and there is nothing where it leads',
  })
  expect(problem('x'.repeat(300))).toEqual({ problem: 'its name is too long' })
  expect(readTextFile('a\0b')).toEqual({ problem: 'it cannot be read (ERR_INVALID_ARG_VALUE)' })
})

test.runIf(process.platform !== 'win32')('opens no pipe and no device', () => {
  const pipe = join(folder, 'pipe.liquid')
  execFileSync('mkfifo', [pipe])
  for (const path of [pipe, '/dev/zero', '/dev/null']) {
    expect(readTextFile(path)).toEqual({ problem: 'it is no regular file; use --stdin for a pipe' })
  }
})

test.runIf(process.platform === 'linux')('reads a file that does not know its size', () => {
  expect(readTextFile('/proc/self/comm')).toEqual({ text: expect.stringMatching(/\n$/) })
})

test('a stream that breaks is a problem', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield utf8('a')
    throw Object.assign(new Error('read'), { code: 'EIO' })
  }
  expect(await readTextStream(broken())).toEqual({ problem: 'it cannot be read (EIO)' })
})

test('refuses a huge file without reading it', () => {
  const path = file('huge.liquid', '')
  truncateSync(path, 2 ** 33)
  expect(readTextFile(path)).toEqual({
    problem: 'it is larger than 2 MB, so it is no template: give the right file',
  })
})

test('a character may be split between pieces', () => {
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), async (text, at) => {
      const all = utf8(text)
      const cut = at % (all.length + 1)
      expect(await readTextStream(stream(all.subarray(0, cut), all.subarray(cut)))).toEqual(
        text.includes('\0') ? expect.anything() : { text: text.replace(/^\ufeff/, '') },
      )
    }),
  )
})
