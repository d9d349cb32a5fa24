// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's interpolations look so.
import { describe, expect, it, test } from 'vitest'
import { openSource } from '../../../src/source/open-source.ts'
import { Lines } from '../../../src/text/lines.ts'
import { cpuClock } from '../../cpu.ts'
import { done } from '../texts.ts'

const open = async (host: string) => (await openSource('main.tf', host))!

const sms = (options: string): string => `resource "auth0_connection" "otp" {
  name     = "sms"
  strategy = "sms"
  options {
    ${options}
  }
}
`
const template = async (expression: string) =>
  (await open(sms(`template = ${expression}`))).templates[0]

describe('a template', () => {
  test.each([
    ['"a\\n\\r\\t\\"\\\\"', 'a\n\r\t"\\'],
    ['"\\u00e9\\U0001F600"', 'é😀'],
    ['"$${x} %%{y} $x % {%- {{ code }}"', '${x} %{y} $x % {%- {{ code }}'],
    ['"e\\u0301"', 'é'],
    ['<<EOT\n  a\n\n b $${x}\n  EOT', '  a\n\n b ${x}\n'],
    ['<<-EOT\n      a\n    \n        b\n\n    EOT', 'a\n    \n  b\n\n'],
    ['<<-EOT\n\ta\n\t b\nEOT', 'a\n b\n'],
    ['<<EOT\nEOT', ''],
    ['<<EOT-1\n"\\n" /* # //\nEOT-1', '"\\n" /* # //\n'],
    ['"a" # note', 'a'],
    ['"a" /* note */ // more', 'a'],
  ])('%j', async (expression, text) => {
    expect((await template(expression))?.text).toBe(text)
  })

  test.each([
    'file("otp.liquid")',
    'var.template',
    '"a" == "b" ? "c" : "d"',
    'join("\\n", ["a", "b"])',
    'trimspace(<<EOT\na\nEOT\n)',
    'jsonencode({ a = "}" })',
    'null',
    '["a"]',
  ])('that Terraform computes is passed over: %s', async (expression) => {
    const { templates, connections } = await open(sms(`template = ${expression}`))
    expect([templates, connections.length, connections[0]!.problems]).toEqual([[], 1, []])
  })

  test.each([
    ['"Hi ${var.brand["x}"]} {{ code }}"', '${var.brand["x}"]}'],
    ['"%{ if true }a%{ endif }"', '%{ if true }'],
    ['<<EOT\na ${join(",", [\n"EOT"\n])}\nEOT', '${join(",", [\n"EOT"\n])}'],
    ['"$$${x}"', '${x}'],
  ])('with an interpolation is told, not checked: %s', async (expression, interpolation) => {
    const host = sms(`template = ${expression}`)
    const { templates, connections } = await open(host)
    expect(templates).toEqual([])
    const [problem, ...others] = connections.flatMap(({ problems }) => problems)
    expect([problem!.severity, others]).toEqual(['info', []])
    expect(host.slice(problem!.start, problem!.end)).toBe(interpolation)
  })
})

describe('an edit', () => {
  test.each([
    ['"ab"', [1, 1, '"\n${\\'], '"a\\"\\n$${\\\\b"'],
    ['"a$"', [2, 2, '{'], '"a$${"'],
    ['"a"', [1, 1, '$${'], '"a\\u0024$${"'],
    ['<<EOT\na\nb\nEOT', [1, 1, '\n%{'], '<<EOT\na\n%%{\nb\nEOT'],
    ['<<-EOT\n  a\n  b\n  EOT', [1, 1, '\n\nx'], '<<-EOT\n  a\n\n  x\n  b\n  EOT'],
    ['<<-EOT\n  a\n  EOT', [0, 0, ' '], '" a\\n"'],
    ['<<EOT\na\nEOT', [1, 2, ''], '"a"'],
    ['<<EOT\na\nEOT', [0, 1, 'EOT'], '"EOT\\n"'],
    ['<<EOT\na\nEOT', [0, 1, 'b'], '<<EOT\nb\nEOT'],
  ] as const)('%j %j', async (expression, [start, end, text], expected) => {
    const host = sms(`template = ${expression}`)
    const edit = (await template(expression))!.toHostEdit({ start, end, text })
    expect(done(host, edit!)).toBe(sms(`template = ${expected}`))
  })

  it('that Terraform would read otherwise is not made', async () => {
    expect(
      (await template('"e"'))!.toHostEdit({ start: 1, end: 1, text: '\u0301' }),
    ).toBeUndefined()
  })
})

const all = `
${sms('template = "Code: @@password@@"\n    twilio_token = var.token\n    totp {\n      length = 3\n    }')}
resource "auth0_connection" "mail" {
  name     = "email"
  strategy = "email"
  options {
    template = "<b>{{ code }}</b>"
    subject  = "Your code"
    from     = "{{ application.name }} <login@example.com>"
    syntax   = "liquid"
  }
}
resource "auth0_connection" "db" {
  strategy = "auth0"
  options { password_policy = "good" }
}
resource "auth0_branding_phone_notification_template" "verify" {
  type = "otp_verify"
  content {
    body { text = "Code: {{ code }}" }
  }
}
resource "auth0_guardian" "factors" {
  phone {
    options {
      enrollment_message   = "A {{ code }}"
      verification_message = "B {{ code }}"
    }
  }
}
data "auth0_connection" "other" { name = "sms" }
`

test('the resources of a file', async () => {
  const { templates, connections } = await open(all)
  expect(templates.map(({ name, text, hints }) => [name, text, hints])).toEqual([
    ['auth0_connection.otp.options.template', 'Code: @@password@@', { strategy: 'sms' }],
    [
      'auth0_connection.mail.options.template',
      '<b>{{ code }}</b>',
      { strategy: 'email', templateType: 'body' },
    ],
    [
      'auth0_connection.mail.options.subject',
      'Your code',
      { strategy: 'email', templateType: 'subject' },
    ],
    [
      'auth0_connection.mail.options.from',
      '{{ application.name }} <login@example.com>',
      { strategy: 'email', templateType: 'from' },
    ],
    [
      'auth0_branding_phone_notification_template.verify.content.body.text',
      'Code: {{ code }}',
      { templateType: 'otp_verify' },
    ],
    [
      'auth0_guardian.factors.phone.options.enrollment_message',
      'A {{ code }}',
      { templateType: 'enrollment_message' },
    ],
    [
      'auth0_guardian.factors.phone.options.verification_message',
      'B {{ code }}',
      { templateType: 'verification_message' },
    ],
  ])
  const [mistake, ...others] = connections.flatMap(({ mistakes }) => mistakes)
  expect([mistake?.path, others]).toEqual([['options', 'totp', 'length'], []])
  const { start, end } = connections[0]!.spanAt(mistake!.path)!
  expect(all.slice(start, end)).toBe('3')
})

test.each([
  [
    sms('template = "a'),
    5,
    16,
    'the closing quote of this text is missing; a line end is written \\n',
  ],
  [
    sms('template = "\\q"'),
    5,
    17,
    'this text has a backslash that Terraform does not know; \\\\ writes one',
  ],
  [sms('template = <<EOT\na'), 5, 16, 'no line of its own says EOT'],
  [sms('template ='), 5, 15, 'a value belongs here'],
  [sms('template "a"'), 5, 17, 'an equals sign or a brace belongs here'],
  [sms('from = 1\n from = 2'), 6, 2, 'this argument stands here twice'],
  [sms('').slice(0, -3), 1, 35, 'the closing brace of this block is missing'],
  [`${sms('')}}`, 8, 1, 'this brace closes nothing'],
  [sms('from = [1'), 6, 3, 'a value belongs here'],
])('%j has a problem at %i:%i', async (host, line, column, message) => {
  const { connections } = await open(host)
  const [problem] = connections.flatMap(({ problems }) => problems)
  expect(problem?.message).toBe(
    `This file cannot be read, so its message reaches no customer: ${message}`,
  )
  expect(new Lines(host).position(problem!.start)).toEqual({ line, column })
})

test.each([
  ['brackets', '['.repeat(100_000)],
  ['braces', '{a='.repeat(50_000)],
  ['interpolations', `"${'${'.repeat(50_000)}"`],
  ['interpolations in a heredoc', `<<EOT\n${'${\n'.repeat(50_000)}EOT`],
  ['heredocs', '<<A\n'.repeat(50_000)],
  ['quotes', '"'.repeat(100_001)],
  ['comments', '/*'.repeat(100_000)],
  ['blocks', `1\n${'a {\n'.repeat(50_000)}`],
])('too many %s are refused in one line', async (_, expression) => {
  const cpu = cpuClock()
  const { templates, connections } = await open(sms(`template = ${expression}`))
  const problems = connections.flatMap((connection) => connection.problems)
  expect([templates, problems.length]).toEqual([[], 1])
  expect(problems[0]!.message).toMatch(/^[^\n]+$/)
  expect(cpu()).toBeLessThan(5000)
})

test.each(['resource "aws_x" "y" { template = "', 'x = 1', ''])(
  '%j is no concern of ours',
  async (host) => {
    expect(await openSource('main.tf', host)).toBeUndefined()
  },
)
