/** Takes the pictures of the playground that README and docs show. Text is drawn with the fonts of this machine. */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { launch } from '../playground/test/browser.ts'
import { builtSite } from '../playground/test/built.ts'

const folder = join(import.meta.dirname, '../docs/images')
const desktop = { viewport: { width: 1200, height: 750 } }

const pictures: Readonly<Record<string, BrowserContextOptions>> = {
  light: { ...desktop, colorScheme: 'light' },
  dark: { ...desktop, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
}

mkdirSync(folder, { recursive: true })
const site = await builtSite()
const browser = await launch()
for (const [name, options] of Object.entries(pictures)) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(site.url)
  await page.getByRole('status').filter({ hasText: 'propert' }).waitFor()
  if (!options.isMobile) await page.locator('.squiggly-error').first().waitFor()
  const path = join(folder, `playground-${name}.jpg`)
  await page.screenshot({ path, caret: 'hide', quality: 72, type: 'jpeg' })
  console.log(`docs/images/playground-${name}.jpg: ${Math.ceil(statSync(path).size / 1024)} KB`)
  await context.close()
}
await browser.close()
await site.close()
