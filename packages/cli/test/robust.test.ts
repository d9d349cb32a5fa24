import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeword, runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const plain = 'Your Acme code is @@password@@'
/** Nobody has no files of their own on any system. */
const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {}
const posix = process.platform !== 'win32'

test('loops of links are passed over in folders, and named where they are asked for', async () => {
  const cwd = folderWith({ 'a.liquid': plain, 'sms/b.liquid': plain })
  symlinkSync(cwd, join(cwd, 'sms', 'up'))
  symlinkSync('two.liquid', join(cwd, 'one.liquid'))
  symlinkSync('one.liquid', join(cwd, 'two.liquid'))
  expect(await runHere(['lint'], { cwd })).toEqual({
    code: 0,
    out: 'no findings in 2 files (auth0-sms)\n',
    err: '',
  })
  expect(await runHere(['lint', 'a.liquid', 'one.liquid', 'sms/up/a.liquid'], { cwd })).toEqual({
    code: 2,
    out: 'no findings in 2 files (auth0-sms)\n',
    err: 'codeword: one.liquid: its symbolic links lead in a circle\n',
  })
})

test('a configuration that is a link to nothing is not passed over', async () => {
  const cwd = folderWith({ 'a.liquid': plain })
  symlinkSync('elsewhere.json', join(cwd, 'codeword.config.json'))
  expect(await runHere(['lint'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: 'codeword: codeword.config.json: it is a symbolic link, and there is nothing where it leads\n',
  })
})

test('a huge file is named, and the rest is linted', async () => {
  const cwd = folderWith({ 'a.liquid': plain, 'huge.liquid': '', 'huge.json': '' })
  for (const name of ['huge.liquid', 'huge.json']) truncateSync(join(cwd, name), 2 ** 40)
  const tooLarge = 'it is larger than 2 MB, so it is no template: give the right file'
  expect(await runHere(['lint'], { cwd })).toEqual({
    code: 2,
    out: 'no findings in 1 file (auth0-sms)\n',
    err: `codeword: huge.json: ${tooLarge}\ncodeword: huge.liquid: ${tooLarge}\n`,
  })
})

test.runIf(posix)(
  'folders with the names of templates, pipes and sockets hang nothing',
  async () => {
    const cwd = folderWith({ 'a.liquid': plain, 'folder.liquid/b.liquid': plain })
    execFileSync('mkfifo', ['pipe.liquid'], { cwd })
    const server = createServer().listen(join(cwd, 'socket.liquid'))
    try {
      await new Promise((done) => server.once('listening', done))
      expect(await runHere(['lint'], { cwd })).toMatchObject({ code: 0, err: '' })
      expect(await runHere(['lint', 'a.liquid', 'pipe.liquid', 'socket.liquid'], { cwd })).toEqual({
        code: 2,
        out: 'no findings in 1 file (auth0-sms)\n',
        err: ['pipe', 'socket']
          .map(
            (name) => `codeword: ${name}.liquid: it is no regular file; use --stdin for a pipe\n`,
          )
          .join(''),
      })
    } finally {
      server.close()
    }
  },
)

test.runIf(posix)('what may not be read is named once, and the rest is linted', () => {
  const cwd = folderWith({
    'a.liquid': plain,
    'shut/b.liquid': plain,
    'listed/c.liquid': plain,
    'own.liquid': plain,
  })
  chmodSync(cwd, 0o755)
  chmodSync(join(cwd, 'own.liquid'), 0)
  chmodSync(join(cwd, 'shut'), 0)
  chmodSync(join(cwd, 'listed'), 0o444)
  const denied = (...paths: string[]): string =>
    paths
      .map(
        (path) =>
          `codeword: ${path}: it may not be read: give yourself permission to read it and to enter its folder\n`,
      )
      .join('')
  const outcome = { code: 2, out: 'no findings in 1 file (auth0-sms)\n' }
  expect(codeword(['lint'], { cwd, ...nobody })).toEqual({
    ...outcome,
    err: denied('shut', 'listed/c.liquid', 'own.liquid'),
  })
  expect(codeword(['lint', '**/*.liquid'], { cwd, ...nobody })).toEqual({
    ...outcome,
    err: denied('shut', 'listed/c.liquid', 'own.liquid'),
  })
  for (const name of ['shut', 'listed']) chmodSync(join(cwd, name), 0o755)
})

test('folders nested as deep as a path may name are linted to the bottom', async () => {
  const cwd = folderWith({ 'a.liquid': plain })
  const deep = join(cwd, ...Array.from({ length: 1_800 }, () => 'd'))
  mkdirSync(deep, { recursive: true })
  writeFileSync(join(deep, 'b.liquid'), plain)
  expect(await runHere(['lint'], { cwd })).toMatchObject({
    code: 0,
    out: 'no findings in 2 files (auth0-sms)\n',
  })
})
