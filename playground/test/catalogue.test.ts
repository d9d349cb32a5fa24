import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, onTestFinished, test } from 'vitest'
import { openTab, phone, visit } from './opened-page.ts'

const { opened } = visit()
const two = readFileSync(
  join(import.meta.dirname, '../../fixtures/ok/two-languages.liquid'),
  'utf8',
)

test('texts are edited in a table, and the template and the bubbles follow', async () => {
  const page = await opened(phone)
  await page.getByRole('textbox', { name: 'Template' }).fill(two)
  await openTab(page, /Catalogue/)
  await page.getByRole('button', { name: 'Read it off the template' }).click()
  await page.getByText('everybody gets the same text').waitFor()
  await page.getByLabel('Text in French (fr)').fill('Ton code : {code}')
  await page.locator('.outcomes .bubble', { hasText: 'Ton code : 123456' }).waitFor()

  await page.getByRole('button', { name: 'Add a language' }).click()
  await page.getByText('row 3 has no language yet').waitFor()
  await page.getByLabel('Language of row 3').fill('de')
  await page.getByLabel('Text in row 3').fill('Dein Code: {code}')
  await page.locator('.outcomes .bubble', { hasText: 'Dein Code: 123456' }).waitFor()
  await page.getByText(/^0 problems; 7 properties proved, 0 broken$/).waitFor()
  const template = await page.getByRole('textbox', { name: 'Template' }).inputValue()
  expect(template).toContain("{%- when 'de' -%}\nDein Code: ")

  const { violations } = await new AxeBuilder({ page: page as never }).analyze()
  expect(violations).toEqual([])

  await page.getByLabel('Text in row 3').fill('Dein Code')
  await page.getByText('de: has no {code}: customers could not log in').waitFor()
  expect(await page.getByRole('textbox', { name: 'Template' }).inputValue()).toBe(template)
  await page.getByLabel('Text in row 3').fill('Dein Code: {code}')

  const folder = mkdtempSync(join(tmpdir(), 'codeword-catalogue-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const saved = join(folder, 'otp.catalogue.yaml')
  await (await coming).saveAs(saved)
  expect(readFileSync(saved, 'utf8')).toContain('  de: "Dein Code: {code}"\n')

  await page.getByRole('button', { name: 'Remove row 3' }).click()
  await page.locator('.outcomes .bubble', { hasText: 'Dein Code' }).waitFor({ state: 'detached' })
  await page.getByLabel('Open a file').setInputFiles(saved)
  await page.locator('.outcomes .bubble', { hasText: 'Dein Code: 123456' }).waitFor()
})
