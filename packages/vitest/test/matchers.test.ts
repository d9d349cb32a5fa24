import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openMessage } from '../src/matchers.ts'
import { files } from './messages.ts'
import { folderWith, versions, vitest } from './vitest.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures')

describe('a template', async () => {
  const otp = await openMessage(join(fixtures, 'ok/two-languages.liquid'))
  const file = new URL('../../../fixtures/ok/connection-liquid.json', import.meta.url)
  const connection = await openMessage(file, { languages: ['en'], variables: {} })

  test('gives what a request gets, and what a value gets', () => {
    expect(otp.request().value).toBe(null)
    expect(otp.request({ 'Accept-Language': 'fr-CA,fr;q=0.9' }).value).toBe('fr-CA,fr;q=0.9')
    expect(otp.value('fr').text).toBe(otp.request({ 'x-request-language': 'fr' }).text)
    expect(connection.request()).toContainCode()
  })

  test.each([
    ['no such file', join(fixtures, 'missing.liquid'), {}, 'there is no such file'],
    ['no template', join(import.meta.dirname, 'vitest.ts'), {}, 'this file holds no template'],
    ['no such message', file, { message: 'options.templat' }, 'did you mean options.template?'],
  ])('says that there is %s', async (_, path, options, message) => {
    await expect(openMessage(path, options)).rejects.toThrow(message)
  })

  test('toContainCode', () => {
    expect(otp.value('fr')).toContainCode()
    expect('Your code is 654321').toContainCode('654321')
    expect('Your code').not.toContainCode()
    expect(() => expect('Your\ncode').toContainCode()).toThrow(
      "The message does not contain the code 123456: 'Your\\ncode'",
    )
    expect(() => expect('123456').not.toContainCode()).toThrow(
      "The message contains the code 123456: '123456'",
    )
  })

  test('toFitSegments', () => {
    expect('a'.repeat(160)).toFitSegments(1)
    expect('a'.repeat(161)).not.toFitSegments(1)
    expect(otp.value('fr')).toFitSegments(1)
    expect(() => expect('й'.repeat(71)).toFitSegments(1)).toThrow(
      'The message takes 2 segments (UCS-2, length 71), more than 1',
    )
    expect(() => expect('a').not.toFitSegments(2)).toThrow(
      'The message takes 1 segment (GSM-7, length 1), which fits into 2',
    )
  })

  test('toBeLanguage', () => {
    expect(otp.value('fr-FR')).toBeLanguage('fr')
    expect(otp.value('fr')).not.toBeLanguage('en')
    expect(() => expect(otp.value('de')).toBeLanguage('fr')).toThrow(
      /^The message is for .*, not for French \(fr\): '/,
    )
    expect(() => expect('Votre code').toBeLanguage('fr')).toThrow('takes a message of openMessage')
  })
})

test.each(versions)('the matchers are there in tests for Vitest %s', async (version) => {
  const folder = folderWith(version, {
    ...files,
    'vitest.config.mjs': 'export default {}\n',
    'otp.test.js': `import { expect, test } from 'vitest'
import { openMessage } from '${join(import.meta.dirname, '../src/matchers.ts')}'
const otp = await openMessage(new URL('./otp.liquid', import.meta.url))
test('French', () => {
  expect(otp.value('fr')).toBeLanguage('fr')
  expect(otp.value('fr')).not.toBeLanguage('nl')
  expect(otp.value('fr')).toContainCode()
  expect(otp.value('fr')).toFitSegments(1)
})
`,
  })
  expect(await vitest(version, folder, ['run'])).toMatchObject({ code: 0, err: '' })
})
