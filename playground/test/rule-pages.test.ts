import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { phone, visit } from './opened-page.ts'

const { opened, site } = visit()
const folder = new URL('../../docs/rules/', import.meta.url)
const names = readdirSync(folder).map((file) => file.replace(/\.md$/, ''))

test.each(names)('the page of %s links here', (name) => {
  const page = readFileSync(new URL(`${name}.md`, folder), 'utf8')
  expect(page).toContain(`](../../playground/#rule=${name})`)
})

/** Where its example shows what it is about: of what is a secret, nothing comes in. */
const saying = (name: string): string => (name === 'inline-secret' ? '##TWILIO_TOKEN##' : name)

test('each link shows what the rule says', async () => {
  const page = await opened(phone)
  for (const name of names) {
    await page.goto('about:blank')
    await page.goto(`${site().url}#rule=${name}`)
    await page.locator('.tools', { hasText: saying(name) }).waitFor({ timeout: 10_000 })
  }
})
