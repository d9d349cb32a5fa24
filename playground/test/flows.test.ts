import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Download, Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openTab, paste, phone, status, visit, write } from './opened-page.ts'

const { opened } = visit()
const sample = readFileSync(join(import.meta.dirname, '../../fixtures/auth0-sample.liquid'), 'utf8')
const root = join(import.meta.dirname, '../..')

/** Presses the button with this name, and takes the file that comes. */
async function saved(page: Page, name: string, folder: string): Promise<string> {
  const coming: Promise<Download> = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const download = await coming
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

test('from the sample, by its fixes, to a proved template whose fixture passes in codeword test', async () => {
  const page = await opened()
  await write(page, sample)
  await page.getByRole('status').filter({ hasText: '5 broken' }).waitFor()
  const fixes = page.locator('.problems .fix')
  for (let left = 20; (await fixes.count()) > 0; left--) {
    expect(left, 'fixes that never end').toBeGreaterThan(0)
    const before = await page.locator('.problems').innerHTML()
    await fixes.first().click()
    await page.waitForFunction(
      (old) => document.querySelector('.problems')?.innerHTML !== old,
      before,
    )
  }
  expect(await status(page)).toBe('0 problems; 7 properties proved, 0 broken')
  await openTab(page, /Cases/)
  await page.getByRole('button', { name: 'Make a case of every message' }).click()
  await page.getByRole('tab', { name: 'Cases (3 passed)' }).waitFor()
  const folder = mkdtempSync(join(tmpdir(), 'codeword-flow-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  await saved(page, 'Save the template', folder)
  await saved(page, 'Save the fixture', folder)
  const output = execFileSync(
    process.execPath,
    [
      '--conditions=@codeword/source',
      join(root, 'packages/cli/src/bin.ts'),
      'test',
      'otp.codeword.yaml',
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', CI: '' } },
  )
  expect(output).toMatch(/Tests +\d+ passed/)
  expect(output).toMatch(/Snapshots +3 written/)
})

describe('cases', () => {
  test('fail with a reason, grow by the simulated request, and say what is wrong with their text', async () => {
    const page = await opened(phone)
    await page.getByRole('textbox', { name: 'Template' }).fill('Code {{ code }}')
    await openTab(page, /Request/)
    await page.getByLabel('Accept-Language').fill('fr-FR,fr;q=0.9')
    await openTab(page, /Cases/)
    await page.getByRole('button', { name: 'Make a case of every message' }).click()
    await page.getByRole('tab', { name: 'Cases (1 passed)' }).waitFor()
    await page.getByRole('button', { name: 'Add the simulated request' }).click()
    await page.getByRole('tab', { name: 'Cases (2 passed)' }).waitFor()
    expect(await page.getByLabel('Fixture').inputValue()).toContain('fr-FR,fr;q=0.9')
    const fixture = await page.getByLabel('Fixture').inputValue()
    await page.getByLabel('Fixture').fill(`${fixture}    expect: { contains: votre }\n`)
    await page.getByRole('tab', { name: /Cases \(\d failed\)/ }).waitFor()
    expect(await page.locator('.cases .reason').count()).toBeGreaterThan(0)
    await page.getByLabel('Fixture').fill('cases: 1')
    await page.getByRole('tab', { name: 'Cases (unreadable)' }).waitFor()
    expect(await page.getByText('The fixture cannot be run').isVisible()).toBe(true)
  })
})

describe('one request', () => {
  test('is answered step by step, with what a device sends', async () => {
    const page = await opened(phone)
    await page.getByLabel('Example').selectOption('twelve languages')
    await openTab(page, /Request/)
    const section = page.getByRole('region', { name: 'One request' })
    const device = section.getByLabel('Device')
    await device.locator('option', { hasText: 'Android: de_DE' }).waitFor({ state: 'attached' })
    await device.selectOption({ label: 'the Auth0 SDK on Android: de_DE' })
    await section.locator('.steps', { hasText: '"de"' }).waitFor()
    expect(await section.getByLabel('Accept-Language').inputValue()).toBe('de_DE')
    expect(await section.locator('.steps li.taken').innerText()).toContain("'de'")
    expect(await section.locator('.steps li.passed').count()).toBeGreaterThan(0)
  })
})

test('shows whose message has changed', async () => {
  const page = await opened(phone)
  await page.getByLabel('Example').selectOption('two languages')
  await openTab(page, /Compare/)
  await page.getByText('Nobody’s message changes: proved.').waitFor()
  const template = page.getByRole('textbox', { name: 'Template' })
  const text = await template.inputValue()
  await template.fill(`${text}!`)
  await page.getByText(/groups of customers get another message, and nobody else\./).waitFor()
  expect(await page.locator('.changes').innerText()).toContain('Before')
  await page.getByRole('button', { name: 'Compare with the present text' }).click()
  await page.getByText('Nobody’s message changes: proved.').waitFor()
})

test('says which character makes a message dear, and writes another', async () => {
  const page = await opened(phone)
  const template = page.getByRole('textbox', { name: 'Template' })
  await template.fill('It’s {{ code }} – don’t tell')
  await openTab(page, /Segments/)
  const section = page.getByRole('region', { name: 'Segments' })
  await section.getByText('UCS-2: 3 of its characters').waitFor()
  expect(await section.innerText()).toContain('With Twilio’s Smart Encoding on: 1 in GSM-7.')
  await section.getByRole('button', { name: /^Write ' instead/ }).click()
  await section.getByRole('button', { name: /^Write - instead/ }).click()
  await section.getByText('every character is in the GSM-7 alphabet').waitFor()
  expect(await template.inputValue()).toBe("It's {{ code }} - don't tell")
})

describe('a connection', () => {
  const token = 'faketoken0'.repeat(4)
  const secrets = [
    token,
    `AC${'0'.repeat(32)}`,
    `MG${'1'.repeat(32)}`,
    '+15005550006',
    'fake-secret',
  ]
  const connection = JSON.stringify({
    id: 'con_0000000000000000',
    strategy: 'sms',
    name: 'sms',
    options: {
      template:
        "{% if request_language == 'fr' %}Le code: {{ code }}{% else %}Code: {{ code }}{% endif %}",
      syntax: 'liquid',
      twilio_token: token,
      twilio_sid: secrets[1],
      messaging_service_sid: secrets[2],
      from: secrets[3],
      gateway_authentication: { method: 'bearer', secret: 'fake-secret' },
      totp: { length: 6, time_step: 300 },
    },
  })

  test('gives its template and takes it back, and leaves no secret anywhere', async () => {
    const page = await opened(phone)
    await openTab(page, /Connection/)
    await page.getByLabel('Paste an Auth0 connection').focus()
    await paste(page, connection)
    await page.getByText(/^Taken, without/).waitFor()
    await page.locator('.outcomes .bubble', { hasText: 'Le code: 123456' }).waitFor()
    await page.getByRole('textbox', { name: 'Template' }).fill('New: {{ code }}')
    await page.locator('.outcomes .bubble', { hasText: 'New: 123456' }).waitFor()
    const body = await page.getByLabel('Body of the PATCH').inputValue()
    expect(JSON.parse(body)).toEqual({
      options: {
        template: 'New: {{ code }}',
        syntax: 'liquid',
        twilio_token: '##TWILIO_TOKEN##',
        twilio_sid: '##TWILIO_SID##',
        messaging_service_sid: '##MESSAGING_SERVICE_SID##',
        from: '##FROM##',
        gateway_authentication: { method: 'bearer', secret: '##SECRET##' },
        totp: { length: 6, time_step: 300 },
      },
    })
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByText(/^The link is/).waitFor()
    const everything = await page.evaluate(async () => {
      const values = [...document.querySelectorAll('textarea, input')].map(
        (field) => (field as HTMLInputElement).value,
      )
      const stored = [{ ...localStorage }, { ...sessionStorage }, document.cookie]
      const databases = await indexedDB.databases()
      return [document.documentElement.outerHTML, ...values, location.href]
        .concat(JSON.stringify([stored, databases]))
        .join('\n')
    })
    for (const secret of secrets) expect(everything).not.toContain(secret)
    await openTab(page, /Cases/)
    await page.getByRole('button', { name: 'Make a case of every message' }).click()
    await page.getByRole('tab', { name: /passed/ }).waitFor()
    const folder = mkdtempSync(join(tmpdir(), 'codeword-flow-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    for (const name of ['Save the template', 'Save the fixture']) {
      const text = readFileSync(await saved(page, name, folder), 'utf8')
      for (const secret of secrets) expect(text).not.toContain(secret)
    }
  })

  test.each([
    ['{"options": {"template": "x", "twilio_token": "fake', 'That is no JSON'],
    ['{"twilio_token": "fake"}', 'no `options`'],
    ['{"options": {"twilio_token": "fake"}}', 'no `options.template`'],
    ['', 'That is no JSON'],
  ])('that is none (%#) is told so, and nothing is kept', async (text, said) => {
    const page = await opened(phone)
    await openTab(page, /Connection/)
    await page.getByLabel('Paste an Auth0 connection').focus()
    if (text === '') await page.keyboard.type('typed')
    else await paste(page, text)
    const box = await page.getByLabel('Paste an Auth0 connection').inputValue()
    expect(box).toBe('')
    if (text !== '') await page.getByText(said).waitFor()
    expect(await page.content()).not.toContain('twilio_token')
  })
})
