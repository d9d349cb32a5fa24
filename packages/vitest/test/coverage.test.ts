import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { folderWith, read, type Version, vitest, vitests, write } from './vitest.ts'

const plugin = fileURLToPath(new URL('../src/index.ts', import.meta.url))

const configured = (config: string): string => `import { defineConfig } from 'vitest/config'
import { codeword } from '${plugin}'
// Loaded as in a published package: by Node.
const server = { deps: { external: [/core\\/src/] } }
export default defineConfig(${config})
`

const otp = `{% if request_language contains 'nl' %}
Uw code: {{ code }}
{% endif %}
{%- if request_language contains 'fr' %}
Votre code: {{ code }}
{% endif %}
`

const caseFor = (value: string): string => `  - { name: "for '${value}'", value: "${value}" }\n`

const fixture = (template: string, ...values: string[]): string =>
  `template: ${template}\ncases:\n${values.map(caseFor).join('')}`

const connection = JSON.stringify(
  {
    strategy: 'sms',
    options: { template: "{% case request_language %}\n{% when 'fr' %}Le {{ code }}{% endcase %}" },
  },
  null,
  2,
)

const config = (options = ''): string =>
  configured(`{ plugins: [codeword(${options})], test: {
    server, include: ['src/*.test.js'],
    coverage: { thresholds: { 'sms/otp.liquid': { statements: 100, branches: 100 } } },
  } }`)

const files: Readonly<Record<string, string>> = {
  'vitest.config.mjs': config(),
  'sms/otp.liquid': otp,
  'sms/otp.codeword.yaml': fixture('./otp.liquid', 'fr', ''),
  'sms/again.codeword.yaml': fixture('./otp.liquid', 'fr', 'fr-FR'),
  'sms/untouched.liquid': '{% if x %}\r\nHello {{ code }}\r\n{% endif %}\r\n',
  'sms/connection.json': connection,
  'sms/connection.codeword.yaml': 'connection: ./connection.json\ncases:\n  - { name: none }\n',
  'src/choose.js': 'export const choose = (x) => (x ? 1 : 2)\n',
  'src/choose.test.js': `import { test } from 'vitest'
import { choose } from './choose.js'
test('one of two', () => { choose(true) })
`,
}

/** What lcov says of each file: the counts of its lines, and those of the ways of its branches. */
function lcov(folder: string, path = 'coverage/lcov.info') {
  const found: Record<string, { lines: string; branches: string }> = {}
  for (const record of read(folder, path).split('end_of_record\n').filter(Boolean)) {
    const all = (key: string): string =>
      [...record.matchAll(new RegExp(`^${key}:(.*)$`, 'gm'))].map(([, value]) => value).join(' ')
    found[all('SF')] = { lines: all('DA'), branches: all('BRDA') }
  }
  return found
}

/** Of `otp.liquid`: four statements of six, and three ways of four. */
const known = {
  'sms/otp.liquid': {
    lines: '1,4 2,0 4,4 5,3',
    branches: '1,0,0,0 1,0,1,4 4,1,0,3 4,1,1,1',
  },
  'sms/connection.json': { lines: '4,1', branches: '4,0,0,0 4,0,1,1' },
  'sms/untouched.liquid': { lines: '1,0 2,0', branches: '1,0,0,0 1,0,1,0' },
}

const reporters = ['text', 'html', 'lcovonly', 'cobertura', 'json'].map(
  (name) => `--coverage.reporter=${name}`,
)

const cover = (provider: string, ...more: string[]): string[] => [
  'run',
  '--coverage.enabled',
  `--coverage.provider=${provider}`,
  ...more,
]

const combinations = (Object.keys(vitests) as Version[]).flatMap((version) =>
  ['v8', 'istanbul'].map((provider) => [version, provider] as const),
)

describe.each(combinations)('Vitest %s, %s', (version, provider) => {
  test('templates stand in every report, with counts that are known, and can be held to thresholds', async () => {
    const folder = folderWith(version, files)
    const { code, out } = await vitest(version, folder, cover(provider, ...reporters))
    expect(lcov(folder)).toMatchObject(known)
    expect(Object.keys(lcov(folder))).toEqual([...Object.keys(known), 'src/choose.js'].sort())
    expect(lcov(folder)['src/choose.js']?.branches).toMatch(/^1,0,0,1 1,0,1,0$/)

    expect(out).toMatch(/otp\.liquid +\| +66\.66 \| +75 \| +100 \| +75 \| 2 /)
    expect(out).toMatch(/untouched\.liquid +\| +0 \| +0 \| +100 \| +0 \| 1-2 /)
    expect(out).toMatch(
      /Coverage for branches \(75%\) does not meet "sms\/otp\.liquid" threshold \(100%\)/,
    )
    expect(code).toBe(1)

    const page = read(folder, 'coverage/sms/otp.liquid.html')
    expect(page).toContain('title="if path not taken" >I</span>{% if request_language contains')
    expect(page).toContain('title="statement not covered" >Uw code: ')

    const xml = new XMLParser({ ignoreAttributes: false }).parse(
      read(folder, 'coverage/cobertura-coverage.xml'),
    )
    const classes = [xml.coverage.packages.package].flat().flatMap((each) => each.classes.class)
    const template = classes.find((each) => each['@_filename'] === 'sms/otp.liquid')
    expect(template['@_branch-rate']).toBe('0.75')

    const json = JSON.parse(read(folder, 'coverage/coverage-final.json'))
    expect(json[join(folder, 'sms/otp.liquid')].b).toEqual({ 0: [0, 4], 1: [3, 1] })

    write(folder, {
      'vitest.config.mjs': config('{ templates: [] }'),
      'sms/more.codeword.yaml': fixture('./otp.liquid', 'nl'),
    })
    const better = await vitest(version, folder, cover(provider, '--coverage.reporter=lcovonly'))
    expect(better).toMatchObject({ code: 0 })
    expect(lcov(folder)).not.toHaveProperty('sms/untouched.liquid')
  })

  test('shards that are merged count what one run counts', async () => {
    const folder = folderWith(version, files)
    for (const shard of ['1/2', '2/2'])
      await vitest(
        version,
        folder,
        cover(provider, `--shard=${shard}`, '--reporter=blob', '--coverage.reporter=lcovonly'),
      )
    const merged = ['--merge-reports', '--coverage.reporter=lcovonly']
    const { code, out } = await vitest(version, folder, cover(provider, ...merged))
    expect(lcov(folder)).toMatchObject(known)
    expect(out).toMatch(/Coverage for branches \(75%\) does not meet "sms/)
    expect(code).toBe(1)
  })

  test('several projects, and files that Vitest is told to include, count once', async () => {
    const several = `{ test: {
      coverage: { include: ['sms/**', 'src/**'], exclude: ['**/*.json'] },
      projects: [
        { plugins: [codeword()], test: { server, name: 'all', exclude: ['sms/again*', 'src/**'] } },
        { plugins: [codeword()], test: { server, name: 'again', exclude: ['sms/otp*', 'sms/c*', 'src/**'] } },
      ] } }`
    const folder = folderWith(version, { ...files, 'vitest.config.mjs': configured(several) })
    const { code, out } = await vitest(
      version,
      folder,
      cover(provider, '--coverage.reporter=lcovonly'),
    )
    expect(out).not.toMatch(/error|failed/i)
    expect(lcov(folder)).toMatchObject(known)
    expect(code).toBe(0)
  })
})

test('the page about coverage shows what Vitest prints', async () => {
  const page = readFileSync(new URL('../../../docs/coverage.md', import.meta.url), 'utf8')
  const [template, otpFixture, table] = ['liquid', 'yaml', 'text'].map(
    (kind) => new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)![1]!,
  )
  const folder = folderWith('5.1', {
    'otp.liquid': template!,
    'otp.codeword.yaml': otpFixture!,
  })
  const { out } = await vitest('5.1', folder, cover('v8', '--coverage.reporter=text'))
  expect(out.slice(out.indexOf('-----'))).toBe(table)
})

test.each(Object.keys(vitests) as Version[])(
  'Vitest %s: without coverage nothing is sent',
  async (version) => {
    const folder = folderWith(version, files)
    await vitest(version, folder, ['run', '--reporter=json', '--outputFile=out.json'])
    const { numPassedTests, testResults } = JSON.parse(read(folder, 'out.json'))
    expect(numPassedTests).toBe(6)
    expect(JSON.stringify(testResults)).not.toContain('codewordCoverage')
  },
)
