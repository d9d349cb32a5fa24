import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { writeSnapshot } from '@codeword/core'
import fc from 'fast-check'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'codeword-interrupted-'))
afterAll(() => rmSync(folder, { recursive: true }))

mkdirSync(join(folder, 'disk'))
const script = join(folder, 'saving.mjs')
const conditions = ['@codeword/source', 'node']

/** So many entries that writing them takes a while: 300 KB. */
const many = (name: string): string =>
  writeSnapshot(
    'otp.codeword.yaml',
    Array.from({ length: 2000 }, (_, i) => ({
      name: `${name} ${i}`,
      facts: 'GSM-7',
      text: name.repeat(100),
    })),
  )

const texts = { a: many('a'), b: many('b') }
const path = join(folder, 'otp.codeword.snap.md')

beforeAll(async () => {
  // One file, for a hundred processes are to start.
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, resolve: { conditions } },
    build: {
      ssr: join(import.meta.dirname, 'saving.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node22',
      rolldownOptions: { output: { entryFileNames: 'saving.mjs' } },
    },
  })
  for (const [name, text] of Object.entries(texts))
    writeFileSync(join(folder, `${name}.codeword.snap.md`), text)
})

const temporary = (): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.tmp'))

/** The number of a process that was killed may belong to another one by now. */
function isOrphan(name: string): boolean {
  try {
    return !process.kill(Number(name.split('-')[1]), 0)
  } catch {
    return true
  }
}

test('killed at any moment of an update, the old or the new file is there whole', async () => {
  const seed = Number(process.env.CODEWORD_SEED ?? Date.now())
  const runs = Number(process.env.CODEWORD_RUNS ?? 100)
  writeFileSync(path, texts.b)
  for (const wait of fc.sample(fc.integer({ min: 0, max: 30 }), { numRuns: runs, seed })) {
    const child = spawn(process.execPath, [script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closed = new Promise((resolve) => child.on('close', resolve))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await delay(wait)
    child.kill('SIGKILL')
    await closed
    const text = readFileSync(path, 'utf8')
    expect(text === texts.a || text === texts.b, `torn with CODEWORD_SEED=${seed}`).toBe(true)
  }
  // Whether one of them was killed while it wrote is a matter of luck.
  const gone = spawnSync(process.execPath, ['-e', '0']).pid
  writeFileSync(join(folder, `.codeword-${gone}-0-0.tmp`), '')
  // What is recorded already is not written again.
  writeFileSync(path, texts.b)
  spawnSync(process.execPath, [script, folder, 'once'])
  expect(temporary().filter(isOrphan)).toEqual([])
})

test('on a full disk the old file stays as it is', () => {
  const old = writeSnapshot('otp.codeword.yaml', [{ name: 'a', facts: 'GSM-7', text: 'a' }])
  writeFileSync(path, old)
  // A disk of 64 KB; where a system lets nobody have one, files of 64 KB at most.
  const full = spawnSync(
    'sh',
    [
      '-c',
      `cd "$1"
      unshare -rm true 2> /dev/null && exec unshare -rm sh -c '
        mount -t tmpfs -o size=64k none disk
        cp otp.codeword.snap.md disk
        ln -s ../a.codeword.snap.md ../b.codeword.snap.md disk
        "$0" saving.mjs disk once; ls -A disk; cat disk/otp.codeword.snap.md' "$0"
      ulimit -f 128
      "$0" saving.mjs . once; ls -A; cat otp.codeword.snap.md`,
      process.execPath,
      folder,
    ],
    { encoding: 'utf8' },
  )
  expect(full.stderr).toBe('')
  expect(full.stdout).toMatch(/^saving\n(?:ENOSPC|EFBIG)\n/)
  expect(full.stdout).not.toContain('.tmp')
  expect(full.stdout.endsWith(`\n${old}`)).toBe(true)
})
