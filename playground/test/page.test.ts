import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import type { BrowserContextOptions } from 'playwright-core'
import { createServer } from 'vite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { contrasts } from './contrast.ts'
import { bubbles, openTab, phone, status, visit } from './opened-page.ts'

const { site, browser, opened } = visit()

describe('the playground', () => {
  test("shows what is wrong with Auth0's sample, and for whom", async () => {
    const page = await opened(phone)
    expect(await status(page)).toBe('5 problems; 2 properties proved, 5 broken')
    expect((await bubbles(page)).join('\n')).toContain('An empty message (3 blank characters)')
    await page.getByRole('button', { name: 'Show me: nobody gets an empty message' }).click()
    const shown = await page.evaluate(() => document.activeElement?.textContent)
    expect(shown).toContain('An empty message')
  })

  test('shows every message anew while somebody types', async () => {
    const page = await opened(phone)
    const template = page.getByRole('textbox', { name: 'Template' })
    await template.fill('Your code is ')
    await page.getByRole('status').filter({ hasText: '1 broken' }).waitFor({ timeout: 10_000 })
    await template.pressSequentially('{{ code }}')
    await page.getByRole('status').filter({ hasText: ' 0 broken' }).waitFor({ timeout: 10_000 })
    expect(await bubbles(page)).toEqual(['Your code is 123456'])
  })

  test('applies a fix', async () => {
    const page = await opened(phone)
    await page.getByRole('textbox', { name: 'Template' }).fill("{{ code }}{% elseif x == 'y' %}")
    await page.getByRole('status').filter({ hasText: '0 properties' }).waitFor({ timeout: 10_000 })
    expect(await page.getByText('Liquid rejects this template').isVisible()).toBe(true)
    await page.getByLabel('Example').selectOption("Auth0's sample")
    await page.getByRole('button', { name: /^Fix: Ask for nl/ }).click()
    const template = page.getByRole('textbox', { name: 'Template' })
    expect(await template.inputValue()).toContain("contains 'nl'")
    await page.getByRole('heading', { name: 'Dutch' }).waitFor({ timeout: 10_000 })
  })

  test('holds the template to the settings', async () => {
    const page = await opened(phone)
    const once = page.locator('[data-property=code-once]')
    expect(await once.innerText()).toContain('broken')
    await page.getByLabel('Headers').selectOption('tag')
    await once.filter({ hasText: 'proved for' }).waitFor({ timeout: 10_000 })
    await page.getByRole('textbox', { name: 'Languages' }).fill('fr, de')
    await page.keyboard.press('Tab')
    await page.getByRole('heading', { name: 'German' }).waitFor({ timeout: 10_000 })
  })

  test('shows a hostile template as text, and stays there', async () => {
    const page = await opened(phone)
    const markup = `<img src=x onerror="document.title='owned'">{{ code }}`
    await page
      .getByRole('textbox', { name: 'Template' })
      .fill(markup + '{% if request_language contains code %}'.repeat(300))
    await page.getByText('Liquid rejects this template').waitFor({ timeout: 10_000 })
    await page.getByRole('textbox', { name: 'Template' }).fill(markup)
    await page.locator('.outcomes .bubble', { hasText: '<img src=x' }).waitFor({ timeout: 10_000 })
    expect(await page.title()).toBe('Codeword playground')
    expect(await page.locator('img').count()).toBe(0)
  })

  test('answers one request, and shows the branch that it takes', async () => {
    const page = await opened(phone)
    await openTab(page, /Request/)
    const section = page.getByRole('region', { name: 'One request' })
    expect(await section.innerText()).toContain('request_language is nil')
    await section.getByLabel('Accept-Language').fill('fr-FR,fr;q=0.9')
    await section.locator('.bubble', { hasText: 'Ceci est votre code: 123456' }).waitFor()
    await section.getByRole('button', { name: /contains 'fr-FR'/ }).click()
    const selected = await page.evaluate(() => {
      const area = document.querySelector('textarea')!
      return area.value.slice(area.selectionStart, area.selectionEnd)
    })
    expect(selected).toContain('Ceci est votre code')
    await section.getByLabel('X-Request-Language').fill('dutch')
    await section.locator('.bubble', { hasText: 'Hier is uw verificatie code' }).waitFor()
  })

  test('shares what is written by a link, and only on demand', async () => {
    const page = await opened(phone)
    await page.getByRole('textbox', { name: 'Template' }).fill('Code {{ code }} für alle 🎉')
    await page.getByLabel('Headers').selectOption('tag')
    expect(new URL(page.url()).hash).toBe('')
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByText(/^The link is/).waitFor({ timeout: 10_000 })
    const other = await opened(phone, new URL(page.url()).hash)
    const text = await other.getByRole('textbox', { name: 'Template' }).inputValue()
    expect(text).toBe('Code {{ code }} für alle 🎉')
    expect(await other.getByLabel('Headers').inputValue()).toBe('tag')
  })

  test('shares no secret', async () => {
    const page = await opened(phone)
    await page.getByRole('textbox', { name: 'Template' }).fill(`{{ code }} AC${'0'.repeat(32)}`)
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByText('Not shared: the text holds a Twilio SID.').waitFor({ timeout: 10_000 })
    expect(new URL(page.url()).hash).toBe('')
  })

  test('can be left with Tab, from the editor too', async () => {
    const page = await opened(phone)
    await page.getByRole('textbox', { name: 'Template' }).focus()
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => document.activeElement?.tagName)
    expect(name).not.toBe('TEXTAREA')
  })
})

describe('is accessible', () => {
  test.each<[string, BrowserContextOptions, number]>([
    ['light', { colorScheme: 'light' }, 7],
    ['dark', { colorScheme: 'dark' }, 7],
    ['on a phone', phone, 1],
    ['in forced colours', { forcedColors: 'active' }, 1],
  ])('%s', async (_, options, tabs) => {
    const page = await opened(options)
    const all = await page.getByRole('tab').all()
    expect(all).toHaveLength(7)
    for (const tab of all.slice(0, tabs)) {
      await tab.click()
      const { violations, incomplete } = await new AxeBuilder({ page: page as never }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      const undecided = incomplete
        .filter(({ id }) => id === 'color-contrast')
        .flatMap(({ nodes }) => nodes.map(({ target }) => String(target[0])))
      const ratios = await contrasts(page, undecided)
      expect(undecided.filter((_, at) => ratios[at]! < 4.5)).toEqual([])
    }
  })
})

test('the page of npm run playground works while it is worked on', async () => {
  const server = await createServer({
    root: join(import.meta.dirname, '..'),
    configFile: join(import.meta.dirname, '../vite.config.ts'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, watch: null },
  })
  onTestFinished(() => server.close())
  await server.listen()
  const page = await browser().newPage()
  onTestFinished(() => page.close())
  await page.goto(server.resolvedUrls!.local[0]!)
  await page.getByRole('status').filter({ hasText: '5 broken' }).waitFor()
})

/** Bytes as they are served: compressed by Brotli. */
const sizeOf = (path: string): number =>
  brotliCompressSync(readFileSync(join(site().folder, path))).length

test('the first chunk is small, Monaco is not too large, and there are no workers', () => {
  const page = readFileSync(join(site().folder, 'index.html'), 'utf8')
  const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)]
  expect(first.length).toBeGreaterThan(0)
  const bytes = first.map(([, path]) => sizeOf(path!))
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40 * 1024)
  const assets = readdirSync(join(site().folder, 'assets'))
  const monaco = assets.filter((name) => /^monaco.*\.js$/.test(name))
  expect(monaco).toHaveLength(1)
  expect(sizeOf(`assets/${monaco[0]}`)).toBeLessThan(700 * 1024)
  expect(assets.join()).not.toMatch(/worker/i)
  expect(page).toContain("connect-src 'none'")
})
