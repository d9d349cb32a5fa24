import { createRequire } from 'node:module'
import { lintSource, openSource } from '@codeword/core'
import { expect, test } from 'vitest'

/** The replacement of auth0-deploy-cli itself, which it runs on a file before it reads it. */
const { keywordReplace } = createRequire(import.meta.url)(
  'auth0-deploy-cli/lib/tools/utils.js',
) as {
  readonly keywordReplace: (text: string, mappings: Readonly<Record<string, string>>) => string
}

const fileWith = (template: string): string =>
  JSON.stringify({
    name: 'sms',
    strategy: 'sms',
    options: { syntax: 'md_with_macros', template, twilio_token: '##TWILIO_TOKEN##' },
  })

/** What Auth0 would get as the template; undefined where the file can no longer be read. */
function imported(file: string): string | undefined {
  try {
    return JSON.parse(file).options.template
  } catch {
    return undefined
  }
}

/** The names that the rule warns of. */
async function warnedOf(file: string): Promise<readonly string[]> {
  const { diagnostics } = lintSource((await openSource('sms.json', file))!)
  const found = diagnostics.find(({ rule }) => rule === 'placeholder-collision')
  const names = /variable or mapping named (.*?), it replaces/.exec(found?.message ?? '')?.[1]
  return names?.split(' or ') ?? []
}

const variables = ['password', 'code', 'application.name', 'PATH', 'HOME']

test.each([
  'Your code is @@password@@',
  '@@password@@',
  '@@code@@ for @@application.name@@',
  '@@password@@ is your @@application.name@@ code: @@password@@',
  'Your code is {{ code }}',
  '{{ password }}',
  'Nothing at all',
])('%s: the rule warns of those variables with which deploy-cli changes it', async (template) => {
  const file = fileWith(template)
  const changing = variables.filter(
    (name) => imported(keywordReplace(file, { [name]: 'a fake value' })) !== template,
  )
  expect(imported(keywordReplace(file, {}))).toBe(template)
  expect((await warnedOf(file)).toSorted()).toEqual(changing.toSorted())
})
