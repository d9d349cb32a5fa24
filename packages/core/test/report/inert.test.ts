import { expect, test } from 'vitest'
import { lintSource, openSource, openTemplate, overview, renderedJson } from '../../src/index.ts'
import { formats } from '../../src/report/index.ts'
import { inert } from '../../src/report/inert.ts'
import { plain } from '../../src/report/paint.ts'
import { written } from './files.ts'

/** As the runner of GitHub Actions reads a log; see report/inert.ts. */
const isCommand = (line: string): boolean => /^\s*::.*::/.test(line) || /##\[.*\]/.test(line)

const look = { paint: plain, width: 60 }
const command = '::error file=a.ts::hello'
const words = 'word '.repeat(9)
const sources = [
  ['otp.liquid', `${command}\n{{ Code }}`],
  ['otp.liquid', `##[error]hello {{ Code }} {code}`],
  ['otp.liquid', `{% if ${words}${command} %}{{ code }}{% endif %}`],
  ['otp.liquid', `{% if request_language == '${words}${command}' %}${command}{% endif %}`],
  ['otp.liquid', `{{ code${words} ##[warning]x }}`],
  [`${command}.liquid`, '{{ Code }}'],
  ['##[error]x.liquid', '{{ Code }}'],
] as const

test.each(sources)('a log takes no command out of %s: %s', async (path, text) => {
  const source = (await openSource(path, text))!
  const opened = source.templates.map((template) => openTemplate(template))
  const report = lintSource(source)
  expect(report.diagnostics).not.toEqual([])
  const texts = [
    written(await formats.stylish(), [report], look),
    written(await formats.json(), [report], look),
    overview(report, opened, look),
  ]
  expect(texts.flatMap((each) => each.split('\n')).filter(isCommand)).toEqual([])
})

test('GitHub gets the commands that are meant, and no others', async () => {
  const source = (await openSource(
    `${command}.liquid`,
    `##[error]x {code}${' {code}'.repeat(20)}`,
  ))!
  const lines = written(await formats.github(), [lintSource(source)], look).split('\n')
  const meant = lines.filter(isCommand)
  expect(meant.length).toBeGreaterThan(9)
  for (const line of meant) expect(line).toMatch(/^::(?:error|warning|notice) file=%3A%3Aerror/)
})

test('programs read the text as it is', async () => {
  const text = '##[error]x {{ code }}'
  const [embedded] = (await openSource('otp.liquid', text))!.templates
  const visits = { nodes: new Map(), arms: new Map() }
  const rendered = { text: '##[error]x 123456', parts: [], arms: [], visits }
  const json = renderedJson(openTemplate(embedded!), null, rendered)
  expect(json.split('\n').filter(isCommand)).toEqual([])
  expect(JSON.parse(json).text).toBe(rendered.text)
})

test.each([
  ['  ::error::x', '  : :error::x'],
  ['a\n:::x', 'a\n: ::x'],
  ['a ::error::x', 'a ::error::x'],
  ['a ##[group]', 'a ## [group]'],
])('%j', (text, shown) => {
  expect(inert(text)).toBe(shown)
})
