import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { linkTo, workspaceOf } from '../src/share/link.ts'
import type { Shareable } from '../src/workspace.ts'

const plain: Shareable = { template: 'Code {{ code }}', settings: { domain: 'header' } }

const hashOf = async (workspace: Shareable): Promise<string> => {
  const link = await linkTo(workspace)
  if (!link.ok) throw new Error(link.problem)
  return link.hash
}

test.each<Shareable>([
  plain,
  { template: '', settings: { domain: 'any' } },
  { template: 'שלום\u202e 🎉\n\t{% raw %}', settings: { domain: 'real', profile: 'auth0-sms' } },
  { ...plain, fixture: 'template: ./otp.liquid\ncases: []\n' },
  { template: 'a'.repeat(20_000), settings: { domain: 'tag', languages: ['fr', 'pt-BR'] } },
])('a link leads back to its workspace (%#)', async (workspace) => {
  expect(await workspaceOf(await hashOf(workspace))).toEqual(workspace)
})

test('links that were given away stay valid', async () => {
  const links = JSON.parse(readFileSync(new URL('./links.json', import.meta.url), 'utf8'))
  expect(Object.keys(links).length).toBeGreaterThan(0)
  for (const [hash, workspace] of Object.entries(links))
    expect(await workspaceOf(hash)).toEqual(workspace)
})

const named = (tag: string): string => new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!
const tags =
  'en fr de es it pt nl sv da fi nb pl cs sk hu ro bg el tr ru uk ar he hi th vi id ja ko zh'.split(
    ' ',
  )

test('a message in 30 languages fits into 900 characters', async () => {
  const arms = tags.map((tag) => `{%- when '${tag}' -%}\n${named(tag)}: {{ code }}\n`)
  const template = `{%- case request_language -%}\n${arms.join('')}{%- endcase -%}`
  const hash = await hashOf({ ...plain, template })
  expect(tags).toHaveLength(30)
  expect(hash.length).toBeLessThanOrEqual(900)
})

describe('is not made of', () => {
  test.each([
    ['a Twilio SID', `SK${'0'.repeat(32)}`],
    ['a token of 32 hexadecimal digits', '0123456789abcdef'.repeat(2)],
    ['a JSON Web Token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJmYWtlIn0.'],
    ['a phone number', '+15005550006'],
    ['a phone number', '+1 (500) 555-0006'],
  ])('%s', async (what, secret) => {
    expect(await linkTo({ ...plain, template: `{{ code }} ${secret}` })).toEqual({
      ok: false,
      problem: `Not shared: the text holds ${what}.`,
    })
  })

  test.each(['code 123456', '{% if a %}+{% endif %}', '2026-01-01', 'AC0'])(
    'but of %s',
    async (template) => {
      expect(await linkTo({ ...plain, template })).toMatchObject({ ok: true })
    },
  )
})

const packed = (text: string): string => `#v1.${deflateRawSync(text).toString('base64url')}`

test.each([
  '',
  '#other',
  '#v2.abc',
  '#v1.',
  '#v1.%%%',
  '#v1.AAAA',
  packed('null'),
  packed('[]'),
  packed('{}'),
  packed('{"template":1}'),
  packed('{'),
  packed(JSON.stringify({ template: ' '.repeat(50_000_000) })),
])('what leads nowhere is passed over (%#)', async (hash) => {
  expect(await workspaceOf(hash)).toBeUndefined()
})

test('fields that nobody knows, and wrong ones, are left out', async () => {
  const shared = { template: 'a', domain: 'all', languages: [1], profile: {}, token: 'x' }
  expect(await workspaceOf(packed(JSON.stringify(shared)))).toEqual({
    template: 'a',
    settings: { domain: 'header' },
  })
})
