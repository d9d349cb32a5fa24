import { expect, test } from 'vitest'
import { github } from '../../src/report/github.ts'
import { json } from '../../src/report/json.ts'
import { plain } from '../../src/report/paint.ts'
import { clean, otp, written } from './files.ts'

const look = { paint: plain, width: 80 }

test('json has the published shape, clean files included', () => {
  expect(JSON.parse(written(json, [otp, clean], look))).toEqual({
    version: 1,
    files: [
      {
        path: 'sms/otp.liquid',
        profile: 'auth0-sms',
        diagnostics: [
          {
            rule: 'empty-message',
            severity: 'error',
            message: 'A phone set to German (`de`) gets an empty message: no branch answers',
            proved: false,
            start: { line: 1, column: 1, offset: 0 },
            end: { line: 1, column: 43, offset: 42 },
            witness: { variable: 'request_language', value: 'de', text: '\n', domain: 'tag' },
            fixes: [],
            docs: 'docs/rules/empty-message.md',
          },
          {
            rule: 'unknown-language',
            severity: 'warning',
            message: '`dutch` is no language tag, so no phone sends it: Dutch is `nl`',
            start: { line: 1, column: 33, offset: 32 },
            end: { line: 1, column: 40, offset: 39 },
            fixes: [{ title: 'Use nl', safe: true, edits: [{ start: 33, end: 38, text: 'nl' }] }],
            docs: 'docs/rules/unknown-language.md',
          },
          {
            rule: 'edge-whitespace',
            severity: 'info',
            message: 'The message begins with 3 blank characters',
            start: { line: 1, column: 43, offset: 42 },
            end: { line: 2, column: 3, offset: 45 },
            fixes: [],
            docs: 'docs/rules/edge-whitespace.md',
          },
        ],
      },
      { path: 'clean.liquid', profile: 'auth0-sms', diagnostics: [] },
    ],
    summary: { errors: 1, warnings: 1, infos: 1 },
  })
})

test('json says null for a missing header and nothing for an unknown profile', () => {
  const [first] = otp.diagnostics
  const { profile: _, ...broken } = {
    ...otp,
    diagnostics: [{ ...first!, witness: { ...first!.witness!, value: null } }],
  }
  const [file] = JSON.parse(written(json, [broken], look)).files
  expect(file).not.toHaveProperty('profile')
  expect(file.diagnostics[0].witness.value).toBeNull()
})

test('github writes one workflow command for each finding, errors first', () => {
  const backwards = { ...otp, diagnostics: otp.diagnostics.toReversed() }
  expect(written(github, [clean, backwards], look)).toBe(
    [
      "::error file=sms/otp.liquid,line=1,endLine=1,col=1,endColumn=43,title=empty-message::A phone set to German (`de`) gets an empty message: no branch answers%0Arequest_language 'de' gets an empty message (1 blank character)%0Adocs/rules/empty-message.md",
      '::warning file=sms/otp.liquid,line=1,endLine=1,col=33,endColumn=40,title=unknown-language::`dutch` is no language tag, so no phone sends it: Dutch is `nl`%0Adocs/rules/unknown-language.md',
      '::notice file=sms/otp.liquid,line=1,endLine=2,title=edge-whitespace::The message begins with 3 blank characters%0Adocs/rules/edge-whitespace.md',
      '',
    ].join('\n'),
  )
})

test('github escapes what would end a property or a command', () => {
  const [first] = otp.diagnostics
  const { witness: _, ...finding } = { ...first!, message: '100%\n::set-output' }
  const output = written(
    github,
    [{ ...otp, path: 'a,b:c%\n.liquid', diagnostics: [finding] }],
    look,
  )
  expect(output).toContain('file=a%2Cb%3Ac%25%0A.liquid,')
  expect(output).toContain('::100%25\\n::set-output%0A')
  expect(output.split('\n')).toHaveLength(2)
})

test('github says how many annotations do not fit, and logs them', () => {
  const diagnostics = Array.from({ length: 13 }, () => otp.diagnostics).flat()
  const lines = written(github, [{ ...otp, diagnostics }], look)
    .trimEnd()
    .split('\n')
  for (const [command, severity] of [
    ['error', 'error'],
    ['warning', 'warning'],
    ['notice', 'info'],
  ]) {
    expect(lines.filter((line) => line.startsWith(`::${command} `))).toHaveLength(10)
    expect(lines).toContain(`3 more of severity ${severity}:`)
  }
  expect(lines.filter((line) => line.startsWith('sms/otp.liquid:1:33 unknown-lang'))).toHaveLength(
    3,
  )
})

test('github says nothing where there is nothing', () => {
  expect(written(github, [clean], look)).toBe('')
})
