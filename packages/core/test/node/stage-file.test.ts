import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stageFile } from '@codeword/core/node'
import { expect, onTestFinished, test } from 'vitest'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'codeword-stage-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

test('a text takes its place as a whole', () => {
  const home = folder()
  const path = join(home, 'a.txt')
  writeFileSync(path, 'old')
  const staged = stageFile(path, ['n', 'ew'])
  expect(readFileSync(path, 'utf8')).toBe('old')
  staged.place()
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(home)).toEqual(['a.txt'])
})

test('what a killed run left behind is removed, what a running one writes is not', () => {
  const home = folder()
  const dead = spawnSync(process.execPath, ['-e', '0']).pid
  const running = `.codeword-${process.ppid}-1-0.tmp`
  for (const name of [`.codeword-${dead}-1-0.tmp`, running, '.codeword-notes.tmp'])
    writeFileSync(join(home, name), '')
  stageFile(join(home, 'a.txt'), ['new']).place()
  expect(readdirSync(home).sort()).toEqual([running, '.codeword-notes.tmp', 'a.txt'].sort())
})
