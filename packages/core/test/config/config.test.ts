import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readConfig } from '../../src/index.ts'

async function mistakesIn(text: string): Promise<readonly string[]> {
  const result = await readConfig(text)
  if (result.ok) return []
  return result.mistakes.map(
    ({ position: { line, column }, message }) => `${line}:${column}: ${message}`,
  )
}

test('reads all settings, names checked and made canonical', async () => {
  const result = await readConfig(
    JSON.stringify({
      $schema: './node_modules/@codeword/core/schemas/codeword.config.schema.json',
      profile: 'auth0-mfa',
      domain: 'real',
      languages: ['en', 'pt_br', 'iw'],
      fallback: 'EN',
      segments: 2,
      rules: { 'same-text': 'off', 'expiry-claim': 'warn' },
      overrides: [{ files: ['sms/*.liquid', '!sms/old.liquid'], domain: ['nl', '', null] }],
    }),
  )
  expect(result).toMatchObject({
    ok: true,
    config: {
      options: {
        profile: { name: 'auth0-mfa' },
        domain: 'real',
        languages: ['en', 'pt-BR', 'he'],
        fallback: 'en',
        segmentLimit: 2,
        severities: { 'same-text': 'off', 'expiry-claim': 'warning' },
      },
      overrides: [
        { files: ['sms/*.liquid', '!sms/old.liquid'], options: { domain: ['nl', '', null] } },
      ],
    },
  })
})

test('says nothing of what a file does not say', async () => {
  expect(await readConfig('{}')).toEqual({ ok: true, config: { options: {}, overrides: [] } })
})

describe('names each mistake with its place', () => {
  it.each([
    ['{', '1:2: a closing brace is missing'],
    ['', '1:1: a value belongs here'],
    ['[]', '1:1: must be an object, not an array'],
    ['{ // all\n}', '1:3: JSON has no comments'],
    ['{ "langauges": ["en"] }', '1:3: langauges: is not known here; did you mean languages?'],
    [
      '{\n  "rules": { "empty-mesage": "off" }\n}',
      '2:14: rules.empty-mesage: is not known here; did you mean empty-message?',
    ],
    [
      '{ "rules": { "empty-message": "warning" } }',
      '1:31: rules.empty-message: must be one of off, info, warn, error',
    ],
    [
      '{ "domain": "reel" }',
      '1:13: domain: must be one of tag, real, header, any; did you mean real?',
    ],
    ['{ "domain": [] }', '1:13: domain: must not be empty'],
    ['{ "domain": [1] }', '1:14: domain[0]: must be a string or null, not a number'],
    ['{ "domain": true }', '1:13: domain: must be a string or an array, not a boolean'],
    [
      '{ "languages": ["en", "dutch"] }',
      "1:23: languages[1]: 'dutch' is no language tag; did you mean nl?",
    ],
    [
      '{ "overrides": [{ "files": ["a"], "fallback": "english" }] }',
      "1:47: overrides[0].fallback: 'english' is no language tag; did you mean en?",
    ],
    ['{ "overrides": [{ "domain": "tag" }] }', '1:17: overrides[0].files: is missing'],
    [
      '{ "overrides": [{ "files": "*.liquid" }] }',
      '1:28: overrides[0].files: must be an array, not a string',
    ],
    ['{ "segments": 0 }', '1:15: segments: must be at least 1'],
    ['{ "segments": 1.5 }', '1:15: segments: must be an integer, not a number'],
    ['{ "fallback": "en", "fallback": "nl" }', '1:3: fallback: is written twice'],
  ])('%s', async (text, mistake) => {
    expect((await mistakesIn(text))[0]).toBe(mistake)
  })

  it('in source order', async () => {
    expect(await mistakesIn('{ "segments": 0, "domain": "x", "profil": "y" }')).toEqual([
      '1:15: segments: must be at least 1',
      '1:28: domain: must be one of tag, real, header, any',
      '1:33: profil: is not known here; did you mean profile?',
    ])
  })
})

test('takes any text without failing', async () => {
  const json = fc.oneof(
    fc.json(),
    fc.string(),
    fc.json().map((text) => `{ "overrides": ${text} }`),
  )
  await fc.assert(
    fc.asyncProperty(json, async (text) => {
      for (const mistake of await mistakesIn(text)) expect(mistake).toMatch(/^\d+:\d+: ./)
    }),
    { numRuns: 300 },
  )
})
