import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { lintSource, openSource } from '../../src/index.ts'
import { diagnose } from '../rules/cases.ts'

const next = (rules: string): string =>
  `{%- comment -%} codeword-disable-next-line ${rules} -- reason {%- endcomment -%}`
const all = (rules: string): string =>
  `{%- comment -%} codeword-disable ${rules} -- reason {%- endcomment -%}`
const dutch = "{%- if request_language == 'dutch' -%}"
const french = "{%- elsif request_language == 'french' -%}"
const rest = '{%- else -%}Your code: @@password@@{%- endif -%}'
const words = (...parts: string[]): string => parts.join('\n')
const nl = 'Uw code: @@password@@'
const fr = 'Votre code : @@password@@'

/** The source text of each finding that is left, after its rule. */
const left = async (source: string): Promise<readonly string[]> =>
  (await diagnose(source)).map(
    ({ rule, start, end }) => `${rule} ${source.slice(start, Math.min(end, start + 12))}`,
  )

const twice = ["unknown-language 'dutch'", "unknown-language 'french'"]
const [inDutch, inFrench] = twice

describe('the next line', () => {
  it.each([
    ['without any', words(dutch, nl, french, fr, rest), twice],
    ['the line below', words(next('unknown-language'), dutch, nl, french, fr, rest), [inFrench]],
    ['in the middle', words(dutch, nl, next('unknown-language'), french, fr, rest), [inDutch]],
    [
      'blank lines and comments in between do not count',
      words(
        next('unknown-language'),
        '',
        '{% comment %}\n{% endcomment %}',
        ' ',
        dutch,
        nl,
        french,
        fr,
        rest,
      ),
      [inFrench],
    ],
    [
      'two comments for one line',
      words(next('same-text'), next('unknown-language'), dutch, nl, french, fr, rest),
      ['unused-suppression same-text', inFrench],
    ],
    [
      'CR LF',
      words(next('unknown-language'), dutch, nl, french, fr, rest).replaceAll('\n', '\r\n'),
      [inFrench],
    ],
    [
      'other rules speak on',
      words(next('same-text'), dutch, nl, french, fr, rest),
      ['unused-suppression same-text', ...twice],
    ],
    [
      'one that stands behind the line',
      words(dutch + next('unknown-language'), nl, french, fr, rest),
      [inDutch, 'unused-suppression unknown-lang', inFrench],
    ],
  ])('%s', async (_name, source, findings) => {
    expect(await left(source)).toEqual(findings)
  })
})

describe('on one line, the next tag with all that it encloses', () => {
  it.each([
    ['a block', next('unknown-language') + dutch + nl + french + fr + rest, []],
    ['an arm', dutch + nl + next('unknown-language') + french + fr + rest, [inDutch]],
    [
      'a tag',
      `${next('unknown-language')}{%- assign x = 1 -%}${dutch}${nl}${french}${fr}${rest}`,
      ['unused-suppression unknown-lang', ...twice],
    ],
    [
      'text',
      `${next('misspelt-placeholder')} {code} {% if x %}{code}{% endif %}@@password@@`,
      ['misspelt-placeholder {code}'],
    ],
  ])('%s', async (_name, source, findings) => {
    const found = await left(source)
    expect(found.filter((finding) => !/^(unknown-variable|edge-whitespace)/.test(finding))).toEqual(
      findings,
    )
  })

  it('also in JSON, where positions are those of the file', async () => {
    const template = dutch + nl + next('unknown-language') + french + fr + rest
    const text = JSON.stringify({ strategy: 'sms', options: { syntax: 'liquid', template } })
    const source = (await openSource('sms.json', text))!
    const found = lintSource(source).diagnostics.filter(({ rule }) => rule === 'unknown-language')
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["'dutch'"])
  })
})

describe('the whole template', () => {
  it.each([
    ['from its beginning', words(all('unknown-language'), dutch, nl, french, fr, rest)],
    ['from its end', words(dutch, nl, french, fr, rest, all('unknown-language'))],
    ['several rules', words(all('empty-message, unknown-language'), dutch, nl, '{%- endif -%}')],
    ['without commas', words(all('empty-message  unknown-language'), dutch, nl, '{%- endif -%}')],
    ['what is missing everywhere', words(all('code-missing'), 'Welcome to Acme')],
    [
      'an inline comment',
      `{% # codeword-disable unknown-language, unsupported-syntax -- x %}${dutch}${nl}${rest}`,
    ],
    [
      'in a liquid tag',
      words(
        '{%- liquid',
        '# codeword-disable unsupported-syntax -- x',
        'assign x = 1',
        '-%}',
        'Your code: @@password@@',
      ),
    ],
  ])('%s', async (_name, source) => {
    expect((await left(source)).filter((finding) => !finding.startsWith('edge-'))).toEqual([])
  })
})

test('findings that begin with the comment itself begin behind it', async () => {
  expect(await left(`${next('code-missing')}\nWelcome to Acme`)).toEqual([])
})

test('a directive in any place never fails, and adds no character to any message', async () => {
  const pieces = fc.constantFrom(
    dutch,
    nl,
    french,
    rest,
    '\n',
    ' ',
    next('x'),
    all('y'),
    '{% raw %}',
    '{% # codeword-disable %}',
    '{% liquid\n',
    '%}',
    '{% endcomment %}',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (parts) => {
      const source = parts.join('')
      for (const { start, end } of await diagnose(source)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(source.length)
      }
    }),
    { numRuns: Number(process.env.CODEWORD_RUNS ?? 200) },
  )
})
