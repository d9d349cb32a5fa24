import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'

/** Core and all that it imports, as one script that defines the global `core`. */
let bundle: string

beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@codeword/source'] },
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, '../src/index.ts'),
        name: 'core',
        formats: ['iife'],
      },
    },
  })
  const [{ output }] = [result].flat() as [Rolldown.RolldownOutput]
  expect(output).toHaveLength(1)
  bundle = output[0].code
})

const template = "{% if request_language == 'nl' %}Je code is @@password@@{% endif %}"
const connection = JSON.stringify({ strategy: 'sms', name: 'sms', options: { template } })

describe.each([
  ['an empty context', {}],
  ['a context that makes no code of strings', { codeGeneration: { strings: false, wasm: false } }],
])('core in %s', (_, options) => {
  /** Evaluates an expression that calls `core` where nothing but the language itself exists. */
  const evaluate = async (expression: string): Promise<unknown> => {
    const context = createContext({ template, connection }, options)
    runInContext(bundle, context)
    const json: unknown = await runInContext(
      `(async () => JSON.stringify(await (${expression})))()`,
      context,
    )
    return JSON.parse(String(json))
  }

  it('has no host', async () => {
    expect(
      await evaluate('[typeof process, typeof require, typeof URL, typeof setTimeout]'),
    ).toEqual(Array(4).fill('undefined'))
  })

  it('parses', async () => {
    expect(await evaluate('core.parse(template).errors')).toEqual([])
  })

  it('renders', async () => {
    expect(
      await evaluate("core.render(template, { request_language: 'nl' }, { password: '123456' })"),
    ).toMatchObject({
      ok: true,
      rendered: { text: 'Je code is 123456' },
    })
  })

  it('counts segments', async () => {
    expect(await evaluate("core.segment('Je code is 123456 ✓')")).toMatchObject({
      encoding: 'UCS-2',
      segments: 1,
    })
  })

  it.each([
    ['otp.liquid', 'template'],
    ['sms.json', 'connection'],
  ])('lints %s', async (path, text) => {
    const report = await evaluate(`core.openSource('${path}', ${text}).then(core.lintSource)`)
    expect(report).toMatchObject({
      profile: 'auth0-sms',
      diagnostics: expect.arrayContaining([expect.objectContaining({ rule: 'empty-message' })]),
    })
  })
})
