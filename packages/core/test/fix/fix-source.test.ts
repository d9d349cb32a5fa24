import { describe, expect, it, test } from 'vitest'
import { doubtAbout } from '../../src/fix/prove-fix.ts'
import { fixSource, type OpenTemplate, openSource, openTemplate } from '../../src/index.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { checkSafeFix, fixed, safeFixes } from './fix-cases.ts'

describe('what is safe is fixed', () => {
  test.each(safeFixes)('%s', (...one) => checkSafeFix(one))
})

describe('what is not safe is applied by name', () => {
  const idiom =
    "request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first"
  test.each([
    [
      'substring-match',
      "{% if request_language contains 'fi' %}Koodisi @@password@@{% elsif request_language contains 'iw' %}קוד @@password@@{% else %}Code @@password@@{% endif %}",
      `{% assign tag = ${idiom} %}{% if tag == 'fi' %}Koodisi @@password@@{% elsif tag == 'he' or tag == 'iw' %}קוד @@password@@{% else %}Code @@password@@{% endif %}`,
    ],
    [
      'case-or-separator',
      "{% assign lang = request_language | split: ',' | first | split: '-' | first %}{% case lang %}{% when 'nl' %}Uw code @@password@@{% else %}Code @@password@@{% endcase %}",
      `{% assign lang = ${idiom} %}{% case lang %}{% when 'nl' %}Uw code @@password@@{% else %}Code @@password@@{% endcase %}`,
    ],
    [
      'empty-message',
      "{% case request_language %}{% when 'nl' %}Uw code @@password@@{% endcase %}",
      "{% case request_language %}{% when 'nl' %}Uw code @@password@@{% else %}[text for everybody else] @@password@@{% endcase %}",
    ],
  ])('%s', async (rule, source, expected) => {
    expect(await fixed(source)).toBe(source)
    expect(await fixed(source, rule)).toBe(expected)
  })
})

it('looks at each message, or says that it cannot', async () => {
  const open = async (source: string): Promise<OpenTemplate> =>
    openTemplate((await openSource('otp.liquid', source))!.templates[0]!)
  const texts = (blank: string): string =>
    `{% for i in (1..3) %}{% if request_language %}${blank}{% endif %}{% case request_language %}{% when 'he' %}x{% endcase %}{% case request_language %}{% when 'fr', 'he' %}\n{% endcase %}{% endfor %}`
  const fault = { rule: 'edge-whitespace', spans: [] }
  expect(doubtAbout(fault, await open(texts(' ')), await open(texts('')))).toBe(
    'it is not proved whose message would change (too many messages change to look at each)',
  )
})

it('holds back what would take the text of others', async () => {
  const source = (await openSource(
    'otp.liquid',
    "{% if request_language == 'nl' %}Hallo{% endif %} @@password@@",
  ))!
  const { heldBack, applied, report } = await fixSource(source)
  expect(applied).toEqual([])
  expect(heldBack.map(({ reason }) => reason)).toEqual([
    'the message of a phone set to Dutch (`nl`) would change, too',
  ])
  const fixes = report.diagnostics.flatMap((diagnostic) => diagnostic.fixes ?? [])
  expect(fixes.some(({ title }) => title.includes('trim'))).toBe(true)
  expect(fixes.filter(({ safe }) => safe)).toEqual([])
})

test.each([
  [
    [
      { start: 1, end: 2, text: 'x' },
      { start: 1, end: 2, text: 'x' },
    ],
    'axc',
  ],
  [
    [
      { start: 2, end: 3, text: 'y' },
      { start: 0, end: 1, text: '' },
    ],
    'by',
  ],
  [
    [
      { start: 1, end: 1, text: '+' },
      { start: 1, end: 2, text: 'x' },
    ],
    'a+xc',
  ],
  [
    [
      { start: 1, end: 1, text: '+' },
      { start: 1, end: 1, text: '-' },
    ],
    undefined,
  ],
  [
    [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ],
    undefined,
  ],
])('edits %j', (edits, expected) => {
  expect(applyEdits('abc', edits)).toBe(expected)
})
