import { expect } from 'vitest'
import { readFixture } from '../../src/fixture/read-fixture.ts'
import { addCases } from '../../src/mutate/add-cases.ts'
import type { NewCase } from '../../src/mutate/new-cases.ts'

export const french: NewCase = { name: 'French (fr)', headers: { 'accept-language': 'fr' } }
export const none: NewCase = { name: 'no header' }
export const odd: NewCase = {
  name: "a: 'b' # c",
  value: '- x: "y"\n',
  variables: { application: { name: 'Acme: #1' } },
}

/** The text of a fixture with cases added; undefined: it has no place for them. */
export async function added(
  path: string,
  text: string,
  cases: readonly NewCase[],
): Promise<string | undefined> {
  const read = await readFixture(path, text)
  if (!read.ok) throw new Error(read.mistakes[0].message)
  return addCases(read.fixture, cases)
}

/** What the cases of a fixture are, its path, its text, the text with the French case. */
export const layouts: readonly (readonly [
  layout: string,
  path: string,
  before: string,
  after: string,
])[] = [
  [
    'a list of YAML',
    'otp.codeword.yaml',
    'template: otp.liquid\ncases:\n  - name: a # why\n    headers: {}\n',
    'template: otp.liquid\ncases:\n  - name: a # why\n    headers: {}\n  - name: French (fr)\n    headers: { accept-language: fr }\n',
  ],
  [
    'a list that is not indented, with something behind it',
    'otp.codeword.yml',
    'template: otp.liquid\ncases:\n- name: a\n  # of this case\n\n# of the profile\nprofile: auth0-sms',
    'template: otp.liquid\ncases:\n- name: a\n  # of this case\n- name: French (fr)\n  headers: { accept-language: fr }\n\n# of the profile\nprofile: auth0-sms',
  ],
  [
    'a list at the very end',
    'otp.codeword.yaml',
    'template: otp.liquid\ncases:\n  -   name: a',
    'template: otp.liquid\ncases:\n  -   name: a\n  - name: French (fr)\n    headers: { accept-language: fr }\n',
  ],
  [
    'a block text at the end',
    'otp.codeword.yaml',
    'template: otp.liquid\ncases:\n  - name: a\n    expect:\n      text: |\n        Hello\n\nprofile: auth0-sms\n',
    'template: otp.liquid\ncases:\n  - name: a\n    expect:\n      text: |\n        Hello\n  - name: French (fr)\n    headers: { accept-language: fr }\n\nprofile: auth0-sms\n',
  ],
  [
    'lines that end with CRLF, behind a byte order mark',
    'otp.codeword.yaml',
    '\ufefftemplate: otp.liquid\r\ncases:\r\n  - name: a\r\n',
    '\ufefftemplate: otp.liquid\r\ncases:\r\n  - name: a\r\n  - name: French (fr)\r\n    headers: { accept-language: fr }\r\n',
  ],
  [
    'a list in brackets',
    'otp.codeword.yaml',
    'template: otp.liquid\ncases: [{ name: a }] # few\n',
    'template: otp.liquid\ncases: [{ name: a }, {"name":"French (fr)","headers":{"accept-language":"fr"}}] # few\n',
  ],
  [
    'no list',
    'otp.codeword.yaml',
    'template: otp.liquid # mine\nlanguages: [en, fr]',
    'template: otp.liquid # mine\nlanguages: [en, fr]\ncases:\n  - name: French (fr)\n    headers: { accept-language: fr }\n',
  ],
  [
    'JSON',
    'otp.codeword.json',
    '{\n  "template": "otp.liquid",\n  "cases": [\n    {\n      "name": "a"\n    }\n  ]\n}\n',
    '{\n  "template": "otp.liquid",\n  "cases": [\n    {\n      "name": "a"\n    },\n    {\n      "name": "French (fr)",\n      "headers": {\n        "accept-language": "fr"\n      }\n    }\n  ]\n}\n',
  ],
  [
    'JSON in one line',
    'otp.codeword.json',
    '{ "template": "otp.liquid", "cases": [{ "name": "a" }] }',
    '{ "template": "otp.liquid", "cases": [{ "name": "a" }, {"name":"French (fr)","headers":{"accept-language":"fr"}}] }',
  ],
  [
    'JSON without a list',
    'otp.codeword.json',
    '{ "template": "otp.liquid" }\n',
    '{ "template": "otp.liquid", "cases": [{"name":"French (fr)","headers":{"accept-language":"fr"}}] }\n',
  ],
]

/** The case stands where it belongs, and all else as it was. */
export async function checkAdded([
  _,
  path,
  before,
  after,
]: (typeof layouts)[number]): Promise<void> {
  expect(await added(path, before, [french])).toBe(after)
}

/** A name that is taken cannot be added again. */
export async function checkTaken(): Promise<void> {
  const text = 'template: otp.liquid\ncases:\n  - name: no header\n'
  expect(await added('otp.codeword.yaml', text, [none])).toBeUndefined()
}
