import { expect, test } from 'vitest'
import { plain } from '../../src/report/paint.ts'
import { stylish } from '../../src/report/stylish.ts'
import { columns } from '../../src/text/columns.ts'
import { clean, marks, otp, written } from './files.ts'

test('shows each finding with its source, its customer and its page', () => {
  expect(`\n${written(stylish, [otp, clean], { paint: plain, width: 80 })}`).toBe(`
sms/otp.liquid:1:1 error empty-message
  A phone set to German (\`de\`) gets an empty message: no branch answers
  1 │ {% if request_language contains 'dutch' %}
    │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  request_language 'de' gets an empty message (1 blank character)
  docs/rules/empty-message.md

sms/otp.liquid:1:33 warning unknown-language
  \`dutch\` is no language tag, so no phone sends it: Dutch is \`nl\`
  1 │ {% if request_language contains 'dutch' %}
    │                                 ^^^^^^^
  docs/rules/unknown-language.md

sms/otp.liquid:1:43 info edge-whitespace
  The message begins with 3 blank characters
  1 │ {% if request_language contains 'dutch' %}
    │                                           ^
  2 │   Uw code: @@password@@
    │ ^^
  docs/rules/edge-whitespace.md

1 error, 1 warning, 1 info in 2 files (auth0-sms)
`)
})

test('says in one line that there is nothing', () => {
  expect(written(stylish, [clean], { paint: plain, width: 80 })).toBe(
    'no findings in 1 file (auth0-sms)\n',
  )
})

test('keeps to a narrow terminal, long lines and messages included', () => {
  const long = { ...otp, text: otp.text.replaceAll('\n', ' ').repeat(20) }
  const findings = written(stylish, [long], { paint: plain, width: 40 }).split('\n').slice(0, -2)
  for (const line of findings) {
    if (!line.startsWith('sms/')) expect(columns(line)).toBeLessThanOrEqual(40)
  }
})

test('lets no file name, message or text act on the terminal', () => {
  const [first] = otp.diagnostics
  const hostile = {
    ...otp,
    path: 'a\x1b[2J.liquid',
    text: '\x1b]0;title\x07',
    diagnostics: [
      {
        ...first!,
        end: 3,
        message: '\x1b[31m',
        witness: { ...first!.witness!, text: 'x\x9b\u202e' },
      },
    ],
  }
  const output = written(stylish, [hostile], { paint: plain, width: 80 })
  expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})

test('shows the beginning of a long text', () => {
  const [first] = otp.diagnostics
  const witness = { ...first!.witness!, text: `code ${'x'.repeat(5000)}` }
  const output = written(stylish, [{ ...otp, diagnostics: [{ ...first!, witness }] }], {
    paint: plain,
    width: 80,
  })
  expect(output).toContain("request_language 'de' gets 'code\n")
  expect(output).toContain("x…'\n")
  expect(output.length).toBeLessThan(700)
})

test('paints places, severities and the summary', () => {
  const output = written(stylish, [otp], { paint: marks, width: 80 })
  expect(output).toContain(
    '<strong>sms/otp.liquid:1:33</strong> <warning>warning</warning> <faint>unknown-language</faint>',
  )
  expect(output).toContain('<error>1 error, 1 warning, 1 info in 1 file</error> (auth0-sms)')
})
