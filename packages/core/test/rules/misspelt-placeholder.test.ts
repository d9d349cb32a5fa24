import { describe, expect, it, test } from 'vitest'
import { diagnose, ruleCases } from './cases.ts'

const rule = 'misspelt-placeholder'
const misspelt = async (source: string) =>
  (await diagnose(source)).filter((diagnostic) => diagnostic.rule === rule)

/** What the template is after every fix. */
async function fixed(source: string): Promise<string> {
  const edits = (await misspelt(source)).map(({ fixes }) => fixes![0]!.edits[0]!)
  return edits
    .reverse()
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source)
}

describe('a misspelt placeholder', () => {
  test.each([
    ['@password@', '@@password@@'],
    ['@@password@', '@@password@@'],
    ['@@ password @@', '@@password@@'],
    ['@@PASSWORD@@', '@@password@@'],
    ['@@Code@@', '@@code@@'],
    ['@@passwort@@', '@@password@@'],
    ['@@pasword@@', '@@password@@'],
    ['@@pass-word@@', '@@password@@'],
    ['@@código@@', '@@password@@'],
    ['@@otp@@', '@@password@@'],
    ['@@application_name@@', '@@application.name@@'],
    ['{{@@password@@}}', '@@password@@'],
    ['{{- @@ code @@ -}}', '@@code@@'],
    ['{{ @password@ }}', '@@password@@'],
    ['@{code}', '@@code@@'],
    ['{code}', '@@code@@'],
    ['{ code }', '@@code@@'],
    ['{OTP}', '@@password@@'],
    ['{verification_code}', '@@password@@'],
    ['{application.name}', '@@application.name@@'],
    ['{phone_number}', '{{ phone_number }}'],
    ['%code%', '@@code@@'],
    ['%{code}', '@@code@@'],
    ['#{code}', '@@code@@'],
    ['\u0024{code}', '@@code@@'],
    ['$code', '@@code@@'],
    ['$PASSWORD', '@@password@@'],
  ])('%s was meant as %s', async (written, meant) => {
    const source = `Your code: ${written}.`
    const [found, ...others] = await misspelt(source)
    expect(others).toEqual([])
    expect(source.slice(found!.start, found!.end)).toBe(written)
    expect(found).toMatchObject({ severity: 'error' })
    expect(found!.message).toContain(`Write \`${meant}\``)
    expect(await fixed(source)).toBe(`Your code: ${meant}.`)
  })

  it('is found in every arm', async () => {
    const source = '{% if request_language %}A {code}{% else %}B %code%{% endif %} @{code}'
    expect(await fixed(source)).toBe(
      '{% if request_language %}A @@code@@{% else %}B @@code@@{% endif %} @@code@@',
    )
  })

  it('is a safe fix only where the name was the right one', async () => {
    const safe = async (source: string) => (await misspelt(source))[0]!.fixes![0]!.safe
    expect([await safe('{code}'), await safe('@@passwort@@'), await safe('{otp}')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is Liquid where the template is', async () => {
    const options = { syntax: 'liquid', template: 'Code: {code}' }
    const found = await misspelt(JSON.stringify({ strategy: 'sms', options }))
    expect(found[0]!.fixes![0]!.edits[0]!.text).toBe('{{ code }}')
  })

  it('is Liquid in templates without placeholders', async () => {
    const content = { body: { text: 'Code: @@password@@, @{code}' } }
    const source = JSON.stringify({ type: 'otp_verify', content })
    expect(JSON.parse(await fixed(source)).content.body.text).toBe('Code: {{ code }}, {{ code }}')
  })
})

ruleCases(rule, [
  { name: 'the code', source: 'Code: @@password@@', at: [] },
  { name: 'another documented macro', source: '@@application.name@@: @@code@@', at: [] },
  { name: 'two in a row', source: '@@code@@@@application.name@@', at: [] },
  { name: 'Liquid', source: '{{ code }} {{code}} {{- password -}}', at: [] },
  { name: 'a placeholder made by Liquid', source: "{{ '@@password@@' }}", at: [] },
  { name: 'raw text', source: '{% raw %}{code}{% endraw %}@@code@@', at: [] },
  { name: 'a comment', source: '{% comment %}{code}{% endcomment %}@@code@@', at: [] },
  { name: 'an address', source: 'Code @@code@@, help@example.com or @acme @bakery', at: [] },
  { name: 'an address in code', source: 'code@example.com @@code@@ @code on the web', at: [] },
  { name: 'an origin-bound code', source: '@@code@@\n\n@example.com #@@code@@', at: [] },
  { name: 'braces in prose', source: '@@code@@ {hello} {name} {mode} {user}', at: [] },
  { name: 'per cent in prose', source: '@@code@@ 100% code 50%code 5%off%', at: [] },
  { name: 'money', source: '@@code@@ US$5 $decode A$pin$', at: [] },
  { name: 'a style sheet', source: '@@code@@ <style>pre{color:red} code { x: y }</style>', at: [] },
  {
    name: 'a keyword of deploy-cli',
    source: '{"strategy":"sms","options":{"template":"@@OTP@@ {{ code }} ##CODE##"}}',
    at: [],
  },
  {
    name: 'the code among keywords',
    source: '{"strategy":"sms","options":{"template":"##A## @@PASSWORD@@ {{ code }}"}}',
    at: ['@@PASSWORD@@'],
    says: 'may read',
  },
  {
    name: 'a template that Liquid rejects',
    source: 'Code: {{@@password@@}}',
    at: ['{{@@password@@}}'],
    says: 'no customer gets a message',
  },
])
