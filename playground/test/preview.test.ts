import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { launch } from './browser.ts'
import { complaintsOf, ready, write } from './opened-page.ts'

const root = join(import.meta.dirname, '../..')

/** Runs the command itself, until the test ends. */
async function preview(cwd: string): Promise<string> {
  const bin = join(root, 'packages/cli/src/bin.ts')
  const args = ['--conditions=@codeword/source', bin, 'preview']
  const command = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => command.once('exit', resolve))
  onTestFinished(async () => {
    command.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
  command.stdout.setEncoding('utf8')
  for await (const text of command.stdout) return String(text).trim()
  throw new Error('no address')
}

test('codeword preview edits a file, and follows what is written elsewhere', async () => {
  const configFile = join(root, 'playground/vite.config.ts')
  await build({ root: join(root, 'playground'), configFile, mode: 'single', logLevel: 'error' })
  const cwd = mkdtempSync(join(tmpdir(), 'codeword-preview-'))
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
  const file = join(cwd, 'otp.liquid')
  writeFileSync(file, 'First {{ code }}')
  writeFileSync(join(cwd, 'two.liquid'), 'Second {{ code }}')
  const address = await preview(cwd)
  const browser = await launch()
  onTestFinished(() => browser.close())
  const context = await browser.newContext()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const complaints = complaintsOf(page, new URL(address).origin)
  await page.goto(address)
  await ready(page)
  await page.locator('.monaco-editor').waitFor()
  const bubble = (text: string) => page.locator('.outcomes .bubble', { hasText: text })
  await bubble('First 123456').waitFor()

  await write(page, 'Mine {{ code }}')
  await bubble('Mine 123456').waitFor()
  await page.keyboard.press('ControlOrMeta+S')
  await page.getByText('Saved.').waitFor()
  expect(readFileSync(file, 'utf8')).toBe('Mine {{ code }}')

  writeFileSync(file, 'Theirs {{ code }}')
  await bubble('Theirs 123456').waitFor()

  await write(page, 'Mine again {{ code }}')
  await bubble('Mine again 123456').waitFor()
  writeFileSync(file, 'Theirs again {{ code }}')
  await page.getByText('The file has changed; what you wrote is not saved.').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Not saved: otp.liquid has changed').waitFor()
  expect(readFileSync(file, 'utf8')).toBe('Theirs again {{ code }}')
  await page.getByRole('button', { name: 'Open anew' }).click()
  await bubble('Theirs again 123456').waitFor()

  await page.locator('#file').selectOption('two.liquid')
  await bubble('Second 123456').waitFor()
  expect(complaints).toEqual([
    'Failed to load resource: the server responded with a status of 409 (Conflict)',
  ])
})
