import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { complaintsOf, ready, status, visit } from './opened-page.ts'

const { site, browser } = visit()

test('works without a network after the first visit', async () => {
  const page = await browser().newPage()
  onTestFinished(() => page.close())
  await page.goto(site().url)
  await ready(page)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.context().setOffline(true)
  await page.reload()
  await ready(page)
  await page.locator('.monaco-editor').waitFor()
  expect(await status(page)).toContain('5 broken')
})

test('works as one file from a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'codeword-single-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const root = join(import.meta.dirname, '..')
  const configFile = join(root, 'vite.config.ts')
  await build({ root, configFile, mode: 'single', build: { outDir: folder }, logLevel: 'error' })
  const file = join(folder, 'codeword.html')
  expect(statSync(file).size).toBeLessThan(4.2 * 1024 * 1024)
  const page = await browser().newPage()
  onTestFinished(() => page.close())
  const complaints = complaintsOf(page, 'file:')
  await page.goto(pathToFileURL(file).href)
  await ready(page)
  await page.locator('.monaco-editor').waitFor()
  expect(await page.locator('.squiggly-error').count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
})
