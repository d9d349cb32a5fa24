import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type CheckOptions,
  mergedOptions,
  optionsFor,
  profileNamed,
  readConfig,
  rules,
} from '../../src/index.ts'

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
      extends: 'recommended',
      rules: { 'same-text': 'off', 'expiry-claim': 'warn' },
      profiles: { 'auth0-email': { languages: ['en'], rules: { 'same-text': 'info' } } },
      overrides: [{ files: ['sms/*.liquid', '!sms/old.liquid'], domain: ['nl', '', null] }],
    }),
  )
  expect(result).toMatchObject({
    ok: true,
    config: {
      layers: [
        { place: 'extends', options: { severities: {} } },
        {
          place: '',
          options: {
            profile: { name: 'auth0-mfa' },
            domain: 'real',
            languages: ['en', 'pt-BR', 'he'],
            fallback: 'en',
            segmentLimit: 2,
            severities: { 'same-text': 'off', 'expiry-claim': 'warning' },
          },
        },
        {
          place: 'profiles',
          options: {
            profiles: {
              'auth0-email': { languages: ['en'], severities: { 'same-text': 'info' } },
            },
          },
        },
        {
          place: 'overrides[0]',
          files: ['sms/*.liquid', '!sms/old.liquid'],
          options: { domain: ['nl', '', null] },
        },
      ],
    },
  })
})

test('says nothing of what a file does not say', async () => {
  expect(await readConfig('{}')).toEqual({
    ok: true,
    config: { layers: [{ place: '', options: {} }] },
  })
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
    [
      '{ "extends": "strikt" }',
      '1:14: extends: must be one of recommended, strict; did you mean strict?',
    ],
    [
      '{ "profiles": { "auth0-sns": {} } }',
      '1:17: profiles.auth0-sns: is not known here; did you mean auth0-sms?',
    ],
    [
      '{ "profiles": { "auth0-sms": { "profile": "auth0-mfa" } } }',
      '1:32: profiles.auth0-sms.profile: is not known here',
    ],
    [
      '{ "profiles": { "auth0-sms": { "languages": ["dutch"] } } }',
      "1:46: profiles.auth0-sms.languages[0]: 'dutch' is no language tag; did you mean nl?",
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

test('strict is one level up, but for two rules that go by the looks', async () => {
  const result = await readConfig('{ "extends": "strict" }')
  const strict = result.ok ? result.config.layers[0]!.options.severities! : {}
  const up = { info: 'warning', warning: 'error', error: undefined }
  for (const { name, severity } of rules) {
    const expected = /^(script-mismatch|branch-parity)$/.test(name) ? undefined : up[severity]
    expect([name, strict[name]]).toEqual([name, expected])
  }
})

test('later options win, also over what earlier ones say of single profiles', () => {
  const all = [
    { languages: ['en'], segmentLimit: 1, severities: { a: 'off' } },
    { profiles: { 'auth0-sms': { languages: ['nl'], severities: { a: 'info', b: 'info' } } } },
    { segmentLimit: 2, severities: { b: 'error' } },
  ] satisfies readonly CheckOptions[]
  const merged = all.reduce<CheckOptions>(mergedOptions, {})
  expect(optionsFor(profileNamed('auth0-sms')!, merged)).toEqual({
    languages: ['nl'],
    segmentLimit: 2,
    severities: { a: 'info', b: 'error' },
  })
  expect(optionsFor(profileNamed('auth0-mfa')!, merged)).toEqual({
    languages: ['en'],
    segmentLimit: 2,
    severities: { a: 'off', b: 'error' },
  })
})
