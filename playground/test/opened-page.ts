import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { launch } from './browser.ts'
import { builtSite, type Site } from './built.ts'

/** A screen without a mouse, where the editor is a plain text area. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}

/** The built site and a browser, for all tests of a file. */
export interface Visit {
  readonly site: () => Site
  readonly browser: () => Browser
  /** A page that is ready; what it says in the console, asks of others or throws ends the test. */
  readonly opened: (options?: BrowserContextOptions, hash?: string) => Promise<Page>
}

export function visit(): Visit {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    site = await builtSite()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  return {
    site: () => site,
    browser: () => browser,
    async opened(options = {}, hash = '') {
      const context = await browser.newContext(options)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      const page = await context.newPage()
      const complaints = complaintsOf(page, site.url)
      onTestFinished(async () => {
        await context.close()
        expect(complaints).toEqual([])
      })
      await page.goto(site.url + hash)
      await ready(page)
      if (options.isMobile !== true) await page.locator('.monaco-editor').waitFor()
      return page
    },
  }
}

/** Whatever a page says in the console, throws, or asks of another origin. */
export function complaintsOf(page: Page, origin: string): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const own = [origin, 'data:', 'blob:'].some((start) => request.url().startsWith(start))
    if (!own) complaints.push(request.url())
  })
  page.on('worker', (worker) => complaints.push(`worker ${worker.url()}`))
  return complaints
}

export const ready = (page: Page): Promise<void> =>
  page.getByRole('status').filter({ hasText: 'propert' }).waitFor({ timeout: 10_000 })

export const status = (page: Page): Promise<string> => page.getByRole('status').innerText()

export const bubbles = (page: Page): Promise<readonly string[]> =>
  page.locator('.outcomes .bubble').allInnerTexts()

/** Pastes into what has the focus. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('ControlOrMeta+V')
}

/** Puts a text in place of all that stands in Monaco. */
export async function write(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor').click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  if (text !== '') await paste(page, text)
}

/** Opens one of the tabs. */
export const openTab = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('tab', { name }).click()
