import { describe, expect, it } from 'vitest'
import { parse, type Scalar } from 'yaml'
import { compile, fixSource, formatSource, openSource, type SourceFile } from '../../src/index.ts'
import { realValues } from '../../src/language/real-values.ts'
import { randomFrom } from '../decide/machines.ts'
import { shapes } from '../decide/shapes.ts'
import { faultyTemplate } from '../fix/faulty-template.ts'
import { untidy } from '../format/format-oracle.ts'
import { file, writers } from './hcl/literals.ts'
import { loaded, type Tenant, written } from './yaml/tenant.ts'

const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)
/** How many faulty templates beside the shapes of real messages; proofs take their time, so never too many. */
const runs = Math.min(60, Number(process.env.CODEWORD_RUNS ?? 10))
/** Each of them is fixed in each style where somebody asks for a long run, else in one of so many. */
const share = process.env.CODEWORD_RUNS === undefined ? 5 : 1

const messages = Object.values(shapes['auth0-sms']!)

interface Host {
  readonly path: string
  /** undefined where the style cannot hold the text */
  readonly write: (text: string) => string | undefined
  /** The same text where nothing about its syntax is special. */
  readonly alone: (text: string) => Promise<SourceFile>
  /** The text as another reader finds it, and all the rest. */
  readonly read?: (host: string) => { readonly text: unknown; readonly rest: unknown }
}

const withCrlf = (host: string | undefined): string | undefined => host?.replaceAll('\n', '\r\n')

const readTenant = (tenant: Tenant): { text: unknown; rest: unknown } => {
  const { template, ...options } = tenant.connections[1].options
  const rest = { ...tenant, connections: [tenant.connections[0], { options }] }
  return { text: template, rest }
}

/** The library writes some texts in a style that cannot say them. */
function holds(host: string, text: string): boolean {
  try {
    return (parse(host) as Tenant).connections[1].options.template === text
  } catch {
    return false
  }
}

const inYaml = (['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const)
  .flatMap((style) => [2, 4].map((indent) => [style as Scalar.Type, indent] as const))
  .map(([style, indent]): readonly [string, Host] => {
    const write = (text: string): string | undefined => {
      const host = written(text, style, indent, false)
      return holds(host, text) ? host : undefined
    }
    return [
      `tenant.yaml, ${style}, indented by ${indent}`,
      {
        path: 'tenant.yaml',
        write,
        // Its placeholders are deploy-cli's, too.
        alone: (text) => open('tenant.yaml', written(text, 'QUOTE_DOUBLE', 2, true)),
        read: (host) => readTenant(parse(host)),
      },
    ]
  })

const inTerraform = Object.entries(writers).map(([style, write]): readonly [string, Host] => [
  `main.tf, ${style}`,
  {
    path: 'main.tf',
    alone: (text) => open('otp.liquid', text),
    write: (text) => {
      const literal = write(text) ?? write(`${text}\n`)
      return literal === undefined ? undefined : file(literal)
    },
  },
])

const hosts: readonly (readonly [string, Host])[] = [...inYaml, ...inTerraform].flatMap(
  ([name, host]) => [
    [name, host],
    [`${name}, CRLF`, { ...host, write: (text) => withCrlf(host.write(text)) }],
  ],
)

const open = async (path: string, text: string): Promise<SourceFile> =>
  (await openSource(path, text))!

const values = [null, '', ...realValues.map(({ value }) => value).filter((_, i) => i % 7 === 0)]

/** What customers get; undefined where Liquid rejects the template. */
function texts(template: string): readonly unknown[] | undefined {
  const compiled = compile(template)
  if (!compiled.ok) return undefined
  return values.map((value) => compiled.compiled.renderText({ request_language: value }))
}

/** The file with another template in it is that file for every reader, and nothing else in it is changed. */
function expectReread({ path, read }: Host, before: SourceFile, after: SourceFile): void {
  expect(after.path).toBe(path)
  expect(after.templates).toHaveLength(1)
  if (read === undefined) return
  const [old, young] = [read(before.text), read(after.text)]
  expect(young.text).toBe(after.templates[0]!.text)
  expect(young.rest).toEqual(old.rest)
  expect(loaded(after.text)).toEqual(parse(after.text))
}

describe.each(hosts)('%s', (name, host) => {
  it('holds the layout that fmt gives the template alone', { timeout: 60_000 }, async () => {
    const random = randomFrom(seed)
    let changed = 0
    for (const message of messages) {
      const text = host.write(untidy(message, random))
      if (text === undefined) continue
      const source = await open(host.path, text)
      const alone = await open('otp.liquid', source.templates[0]!.text)
      const { source: after, skipped } = await formatSource(source)
      const { source: wanted } = await formatSource(alone)
      if (!skipped.some(({ reason }) => reason === 'Liquid rejects it')) {
        expect([seed, message, skipped]).toEqual([seed, message, []])
      }
      expect(after.templates[0]!.text).toBe(wanted.text)
      expectReread(host, source, after)
      expect(texts(wanted.text)).toEqual(texts(alone.text))
      expect((await formatSource(after)).source.text).toBe(after.text)
      if (after.text !== text) changed++
    }
    expect(changed).toBeGreaterThan(20)
  })

  it('holds what --fix makes of the template alone', {
    timeout: 60_000 + runs * 2_000,
  }, async () => {
    const faulty = Array.from({ length: runs }, (_each, i) => faultyTemplate(randomFrom(seed + i)))
    let changed = 0
    const turn = hosts.findIndex(([other]) => other === name) + seed
    const chosen = [...faulty, ...messages].filter((_, i) => (i + turn) % share === 0)
    for (const message of chosen) {
      const text = host.write(message)
      if (text === undefined) continue
      const source = await open(host.path, text)
      const alone = await fixSource(await host.alone(source.templates[0]!.text))
      const fixed = await fixSource(source)
      const found = [seed, message, fixed.source.templates[0]!.text]
      expect(found).toEqual([seed, message, alone.source.templates[0]!.text])
      expectReread(host, source, fixed.source)
      expect((await fixSource(fixed.source)).source.text).toBe(fixed.source.text)
      if (fixed.source.text !== text) changed++
    }
    expect(changed).toBeGreaterThan(0)
  })
})
