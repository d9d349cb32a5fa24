import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { FileReport } from '../../src/check/lint-source.ts'
import type { Diagnostic } from '../../src/lint/diagnostic.ts'
import { type FormatName, formats } from '../../src/report/index.ts'
import { plain } from '../../src/report/paint.ts'
import { clean, otp, written } from './files.ts'
import {
  type Faults,
  githubFaults,
  gitlabFaults,
  jsonFaults,
  junitFaults,
  readJunit,
  sarifFaults,
} from './standards.ts'

const look = { paint: plain, width: 80 }
const write = async (name: FormatName, files: readonly FileReport[]): Promise<string> =>
  written(await formats[name](), files, look)

/** Whatever people read alone has no standard but to be one text of printable lines. */
const stylishFaults: Faults = (report) =>
  /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u.test(report.replace(/\u{200d}|\u{fe0f}/gu, ''))
    ? ['a hidden character']
    : []

const standards: Readonly<Record<FormatName, { extension: string; faults: Faults }>> = {
  stylish: { extension: 'txt', faults: stylishFaults },
  json: { extension: 'json', faults: jsonFaults },
  github: { extension: 'txt', faults: githubFaults },
  gitlab: { extension: 'json', faults: gitlabFaults },
  junit: { extension: 'xml', faults: junitFaults },
  sarif: { extension: 'sarif', faults: sarifFaults },
}

const names = Object.keys(formats) as readonly FormatName[]

const [first, second, third] = otp.diagnostics as [Diagnostic, Diagnostic, Diagnostic]
const bad =
  '\0\u001b[31m\u2028\u2029\ud800x\udfff\ufffe\uffff\u202e]]>--><!&\r\n%0A::error::x\n##[x]"\'|`'
const hostile: FileReport = {
  path: `a b/${bad}.liquid`,
  text: `\ufeff${bad}\r${bad}`,
  templates: [{ start: 0, end: bad.length }],
  profile: 'auth0-sms',
  diagnostics: [
    {
      ...first,
      message: bad,
      start: 0,
      end: 3,
      witness: { ...first.witness!, value: bad, text: bad },
    },
    {
      ...second,
      message: bad,
      start: bad.length,
      end: 2 * bad.length,
      fixes: [{ title: bad, safe: false, edits: [{ start: 0, end: 4, text: bad }] }],
    },
    { ...third, message: 'x', start: 10 ** 9, end: 10 ** 9 },
  ],
}

/** Texts of what breaks formats, in any order. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(...bad, '\r\n', '<![CDATA[', '\u{1f44d}\u200d', '](http://example.com)'),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const finding = (length: number): fc.Arbitrary<Diagnostic> =>
  fc
    .tuple(
      fc.nat(length + 2),
      fc.nat(length + 2),
      nasty,
      nasty,
      fc.constantFrom(first, second, third),
    )
    .map(([a, b, message, text, kind]) => ({
      ...kind,
      rule: kind.rule,
      message: `x${message}`,
      start: Math.min(a, b),
      end: Math.max(a, b),
      fixes: [{ title: message, safe: true, edits: [{ start: a, end: a, text }] }],
      ...(kind.witness && { witness: { ...kind.witness, value: text, text: message } }),
    }))

const anyFile = fc.tuple(nasty, nasty).chain(([path, text]) =>
  fc.record({
    path: fc.constant(`x${path}`),
    text: fc.constant(text),
    templates: fc.constant([{ start: 0, end: text.length }]),
    diagnostics: fc.array(finding(text.length), { maxLength: 3 }),
  }),
)

describe.each(names)('%s', (name) => {
  const { extension, faults } = standards[name]

  it('is as written down', async () => {
    const file = join(import.meta.dirname, 'golden', `${name}.${extension}`)
    await expect(await write(name, [otp, clean])).toMatchFileSnapshot(file)
  })

  it.each([
    ['nothing at all', []],
    ['a clean file', [clean]],
    ['one finding of each severity', [otp, clean]],
    ['files that are alike', [otp, { ...otp, path: 'sms/copy.liquid' }]],
    ['the same finding twice', [{ ...otp, diagnostics: [first, first] }]],
    ['hostile contents', [hostile]],
    [
      'a place outside',
      [
        { ...otp, path: '../otp.liquid' },
        { ...otp, path: '/x/otp.liquid' },
      ],
    ],
  ])('keeps its standard with %s', async (_, files) => {
    expect(faults(await write(name, files))).toEqual([])
  })

  it('keeps its standard with any contents', async () => {
    const format = await formats[name]()
    const files = fc.uniqueArray(anyFile, { maxLength: 3, selector: ({ path }) => path })
    fc.assert(
      fc.property(files, (each) => {
        expect(faults(written(format, each, look))).toEqual([])
      }),
      { numRuns: Number(process.env.CODEWORD_RUNS ?? 100) },
    )
  })

  it('keeps its standard when it is huge', async () => {
    const long = { ...first, message: 'x]]>\0'.repeat(100_000) }
    const diagnostics = [long, ...Array.from({ length: 2_000 }, () => third)]
    const report = await write(name, [{ ...otp, diagnostics }])
    expect(faults(report)).toEqual([])
    expect(report.length).toBeLessThan(10_000_000)
  })
})

describe('the standards refuse what is wrong', () => {
  const golden = async (name: FormatName): Promise<string> => write(name, [otp])

  it.each([
    ['"level": "error"', '"level": "fatal"'],
    ['"2.1.0"', '"2.0.0"'],
    ['"startLine": 1', '"startLine": 0'],
    ['"uri": "sms/otp.liquid"', '"uri": "sms\\\\otp .liquid"'],
    ['"helpUri": "https://', '"helpUri": "'],
    ['"primaryLocationLineHash"', '"line"'],
  ])('sarif with %s as %s', async (right, wrong) => {
    const report = await golden('sarif')
    expect(report).toContain(right)
    expect(sarifFaults(report.replace(right, wrong))).not.toEqual([])
  })

  it.each([
    ['"major"', '"error"'],
    ['"path": "sms/', '"path": "./sms/'],
    ['"begin": 1', '"begin": "1"'],
  ])('gitlab with %s as %s', async (right, wrong) => {
    const report = await golden('gitlab')
    expect(report).toContain(right)
    expect(gitlabFaults(report.replace(right, wrong))).not.toEqual([])
  })

  it('gitlab with a fingerprint twice', async () => {
    const [one] = JSON.parse(await golden('gitlab'))
    expect(gitlabFaults(JSON.stringify([one, one]))).toEqual(['a fingerprint stands twice'])
  })

  it.each([
    ['</testcase>', ''],
    [' classname="sms/otp.liquid"', ''],
    [' message=', ' massage='],
    ['German', 'Ger\u0001man'],
    ['German', '<German'],
    ['</failure>', '<b></failure>'],
  ])('junit with %j as %j', async (right, wrong) => {
    const report = await golden('junit')
    expect(report).toContain(right)
    expect(junitFaults(report.replace(right, wrong))).not.toEqual([])
  })
})

test.each(['json', 'gitlab', 'sarif'] as const)('%s is laid out in one way', async (name) => {
  for (const files of [[], [clean], [otp], [otp, clean, hostile]]) {
    const report = await write(name, files)
    const layout = `${JSON.stringify(JSON.parse(report), null, 2)}\n`
    expect(report).toBe(layout.replaceAll('##[', '##\\u005b'))
  }
})

test('junit says what it was told, and counts it', async () => {
  const report = await write('junit', [{ ...otp, path: `<&">'.liquid` }, clean])
  const suites = readJunit(report)
  expect(suites).toMatchObject({ '@tests': '4', '@failures': '1' })
  expect(suites.testsuite.map(({ '@name': name, testcase }) => [name, testcase.length])).toEqual([
    [`<&">'.liquid`, 3],
    ['clean.liquid', 1],
  ])
})

interface Result {
  readonly ruleId: string
  readonly ruleIndex?: number
  readonly partialFingerprints: { readonly primaryLocationLineHash: string }
  readonly locations: readonly object[]
  readonly fixes?: readonly object[]
}

const resultsOf = async (...files: readonly FileReport[]): Promise<readonly Result[]> =>
  JSON.parse(await write('sarif', files)).runs[0].results

const moved = (file: FileReport, before: string): FileReport => ({
  ...file,
  text: before + file.text,
  templates: [{ start: 0, end: before.length + file.text.length }],
  diagnostics: file.diagnostics.map((each) => ({
    ...each,
    message: `${each.message}, in other words`,
    start: each.start + before.length,
    end: each.end + before.length,
  })),
})

describe('sarif', () => {
  const prints = async (file: FileReport): Promise<readonly string[]> =>
    (await resultsOf(file)).map((each) => each.partialFingerprints.primaryLocationLineHash)

  it('knows a finding again when lines are added above it', async () => {
    const before = await prints(otp)
    expect(await prints(moved(otp, 'Hello\n\n'))).toEqual(before)
    expect(new Set(before).size).toBe(3)
    const changed = { ...otp, text: otp.text.replace('dutch', 'french') }
    expect((await prints(changed))[0]).not.toBe(before[0])
  })

  it('counts equal findings', async () => {
    const [one, two] = await prints({ ...otp, diagnostics: [first, first] })
    expect([one!.slice(-2), two!.slice(-2)]).toEqual([':1', ':2'])
  })

  it('tells nothing of what stands outside of templates', async () => {
    const outside = { ...otp, templates: [] }
    const other = { ...outside, text: otp.text.replace('dutch', 'wxyzz') }
    expect(await prints(outside)).toEqual(await prints(other))
  })

  it('lists the rules that have results, and points to them', async () => {
    const [run] = JSON.parse(await write('sarif', [otp])).runs
    const listed = run.tool.driver.rules.map(({ id }: { id: string }) => id)
    expect(listed.toSorted()).toEqual(otp.diagnostics.map(({ rule }) => rule).toSorted())
    for (const { ruleId, ruleIndex } of run.results) expect(listed[ruleIndex]).toBe(ruleId)
  })

  it('leaves out fixes that not every reader takes over unchanged', async () => {
    const fixes = (text: string): Promise<readonly Result[]> =>
      resultsOf({
        ...otp,
        diagnostics: [
          { ...second, fixes: [{ title: 'x', safe: true, edits: [{ start: 0, end: 0, text }] }] },
        ],
      })
    expect((await fixes('é👍\u2028'))[0]!.fixes).toHaveLength(1)
    for (const text of ['\0', '\ud800']) expect((await fixes(text))[0]).not.toHaveProperty('fixes')
  })

  it('counts no byte order mark', async () => {
    const [, result] = await resultsOf(moved(otp, '\ufeff'))
    expect(result!.locations).toMatchObject([
      { physicalLocation: { region: { startLine: 1, startColumn: 33, endColumn: 40 } } },
    ])
  })

  it('keeps the heaviest where GitHub takes no more, and says so', async () => {
    const many = [...Array.from({ length: 25_000 }, () => third), first, second]
    const [run] = JSON.parse(await write('sarif', [{ ...otp, diagnostics: many }])).runs
    expect(run.results).toHaveLength(25_000)
    expect(run.results[0].ruleId).toBe(first.rule)
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^2 more finding/)
  })
})

test.each([
  ['../otp.liquid', 'sub/otp.liquid'],
  ['a b#c%.liquid', 'a b#c%.liquid'],
])('forges get the path in the repository (%s)', async (path, known) => {
  const inRepository = { ...look, inRepository: (given: string) => (given === path ? known : '') }
  const file = { ...otp, path }
  const of = async (name: FormatName): Promise<string> =>
    written(await formats[name](), [file], inRepository)
  expect(await of('github')).toContain(`file=${known.replace('%', '%25')},`)
  expect(JSON.parse(await of('gitlab'))[0].location.path).toBe(known)
  const [{ results }] = JSON.parse(await of('sarif')).runs
  const { artifactLocation } = results[0].locations[0].physicalLocation
  expect(decodeURIComponent(artifactLocation.uri)).toBe(known)
  expect(JSON.parse(await of('json')).files[0].path).toBe(path)
})
