import { execFileSync } from 'node:child_process'
import { describe, expect, it, test } from 'vitest'
import { openSource } from '../../src/source/open-source.ts'
import { email, json, sms } from './connections.ts'
import {
  checkElsewhere,
  checkTold,
  markers,
  open,
  tellingOptions,
  templates,
} from './open-source-cases.ts'

describe('a .liquid file', () => {
  it('is one template, place for place', async () => {
    const text = '{{ code }}\n'
    const source = await open(text, 'a/otp.liquid')
    expect(source).toMatchObject({ path: 'a/otp.liquid', text, connections: [] })
    const [template] = source.templates
    const edit = { start: 3, end: 7, text: 'x' }
    expect(template).toMatchObject({ name: '', text, hints: {}, surroundings: {} })
    expect([template!.toHost(4), template!.fromHost(4), template!.toHostEdit(edit)]).toEqual([
      4,
      4,
      edit,
    ])
  })
})

describe('an sms connection', () => {
  it('gives its template and what stands around it', async () => {
    const { templates, connections } = await open(sms())
    expect([templates.length, connections.length]).toEqual([1, 1])
    expect(templates[0]).toMatchObject({
      name: 'options.template',
      text: 'Your code is {{ code }}',
      hints: { strategy: 'sms' },
      surroundings: { syntax: 'liquid', totp: { length: 6, timeStep: 300 } },
    })
    expect(connections[0]!.problems).toEqual([])
  })

  it('maps the template to the file', async () => {
    const source = await open(sms({ template: 'Héé\n"{{ code }}" 😀' }))
    const { text, toHost, toHostEdit } = source.templates[0]!
    const [start, end] = [text.indexOf('{{'), text.indexOf('}}') + 2]
    expect(source.text.slice(toHost(start), toHost(end))).toBe('{{ code }}')
    const edit = toHostEdit({ start, end, text: '"\n' })!
    const edited = source.text.slice(0, edit.start) + edit.text + source.text.slice(edit.end)
    expect(JSON.parse(edited).options.template).toBe('Héé\n""\n" 😀')
  })

  it('tells the language that it sets', async () => {
    const { templates } = await open(sms({ request_language: 'nl' }))
    expect(templates[0]!.surroundings.requestLanguage).toBe('nl')
  })

  test.each([
    [
      'without a strategy, as PATCH takes it',
      { options: { template: '{{ code }}' } },
      [['options.template', '{{ code }}']],
    ],
    [
      'in a list',
      [sms(), { strategy: 'auth0', name: 'db' }],
      [['[0].options.template', 'Your code is {{ code }}']],
    ],
    [
      'in a page of the API',
      { start: 0, connections: [sms({ template: 'A' }), sms({ template: 'B' })] },
      [
        ['connections[0].options.template', 'A'],
        ['connections[1].options.template', 'B'],
      ],
    ],
    ['without a template', sms({ template: undefined }), []],
    ['with its template elsewhere', sms({ template: '##SMS_TEMPLATE##' }), []],
    ['with its template in a value', sms({ template: '@@SMS_TEMPLATE@@' }), []],
    [
      'with the shortest template',
      sms({ template: '@@password@@' }),
      [['options.template', '@@password@@']],
    ],
    [
      'with a shouted template',
      sms({ template: '@@PASSWORD@@' }),
      [['options.template', '@@PASSWORD@@']],
    ],
    ['with an empty template', sms({ template: '' }), [['options.template', '']]],
  ])('%s', async (_, value, expected) => {
    expect(await templates(value)).toEqual(expected)
  })

  it.each(tellingOptions)('is told by an option that others do not have: %j', checkTold)

  it('points into a list', async () => {
    const source = await open([{}, sms()])
    const { spanAt, keyAt } = source.connections[0]!
    const [value, key] = [spanAt(['options', 'from'])!, keyAt(['options', 'from'])!]
    expect(source.text.slice(key.start, value.end)).toBe('"from": "+15005550006"')
  })
})

describe('an email connection', () => {
  it('gives body, subject and sender', async () => {
    const { templates } = await open(email())
    expect(
      templates.map(({ name, hints, surroundings }) => [name, hints, surroundings.syntax]),
    ).toEqual([
      ['options.email.body', { strategy: 'email', templateType: 'body' }, 'liquid'],
      ['options.email.subject', { strategy: 'email', templateType: 'subject' }, 'liquid'],
      ['options.email.from', { strategy: 'email', templateType: 'from' }, 'liquid'],
    ])
  })

  it.each(['./email.html', 'email.html', './connections/My Mail.html'])(
    'whose body is in %s',
    async (body) => {
      const names = (await templates(email({ body }))).map(([name]) => name)
      expect(names.includes('options.email.body')).toBe(body.includes(' '))
    },
  )
})

test('a branding phone template', async () => {
  const content = { syntax: 'liquid', from: '', body: { text: '{{ code }}', voice: '{{ code }}' } }
  const source = await open({ type: 'otp_verify', disabled: false, content })
  expect(source.connections).toEqual([])
  expect(source.templates).toMatchObject([
    {
      name: 'content.body.text',
      text: '{{ code }}',
      hints: { templateType: 'otp_verify' },
      surroundings: { syntax: 'liquid' },
    },
  ])
})

test('the two messages of Guardian', async () => {
  const source = await open({
    name: 'sms',
    enrollment_message: 'A {{code}}',
    verification_message: 'B {{code}}',
  })
  expect(source.connections).toEqual([])
  expect(source.templates.map(({ text, hints }) => [text, hints.templateType])).toEqual([
    ['A {{code}}', 'enrollment_message'],
    ['B {{code}}', 'verification_message'],
  ])
})

test.each(markers)('a phone template whose text %s is elsewhere', checkElsewhere)

describe('whether auth0-deploy-cli may read the file', () => {
  const plain = sms({ twilio_token: null })
  test.each([
    ['sms.json', plain, false],
    ['connections/sms.json', plain, true],
    ['tenant/connections/sms.json', plain, true],
    ['tenant\\connections\\sms.json', plain, true],
    ['connections.json', plain, false],
    ['sms.json', sms({ twilio_token: '##TOKEN##' }), true],
    ['sms.json', sms({ twilio_token: '@@TOKEN@@' }), true],
    ['sms.json', sms({ twilio_token: null, template: '@@PASSWORD@@ @@code@@' }), false],
  ])('%s', async (path, value, deployed) => {
    expect((await open(value, path)).templates[0]!.surroundings.deployed).toBe(deployed)
  })
})

describe('what is passed over', () => {
  test.each([
    ['package.json', { name: 'x', scripts: {} }],
    ['tsconfig.json', { compilerOptions: {}, options: {} }],
    ['auth0.json', { name: 'db', strategy: 'auth0', options: { template: 'x' } }],
    ['theme.json', { strategy: 'sms' }],
    ['list.json', []],
    ['null.json', 'null'],
    ['options.json', '"options"'],
    ['webpack.json', { options: { template: 'index.html' } }],
    ['numbers.json', [1, { options: 3 }]],
    ['broken.json', '{"options": '],
    ['broken.json', '{"compilerOptions": {"strict": true,}, "strategy": "merge"}'],
    ['otp.txt', '{{ code }}'],
    ['tenant.yaml', 'connections: []'],
    ['liquid', '{{ code }}'],
  ])('%s', async (path, value) => {
    expect(await openSource(path, typeof value === 'string' ? value : json(value))).toBeUndefined()
  })
})

describe('a connection that cannot be read', () => {
  test.each([
    ['a trailing comma', '{"strategy": "sms", "options": {"template": "x",}}', 48, 49],
    ['a missing colon', '{"name": "sms", "strategy" "sms"}', 27, 32],
    ['an end too early', '{"strategy": "sms", "options": {', 32, 32],
    ['brackets without end', `{"strategy": "sms", "options": ${'['.repeat(300)}`, 230, 231],
    ['a comment', '{"strategy": "sms", "name": "sms" /* later */}', 34, 45],
  ])('%s', async (_, text, start, end) => {
    const { templates, connections } = await open(text)
    expect([templates, connections.length]).toEqual([[], 1])
    const [problem] = connections[0]!.problems
    expect(problem).toMatchObject({ start, end })
    expect(problem!.message).toMatch(
      /^This file cannot be read, so its message reaches no customer: [^\n]+$/,
    )
  })

  it('reports one problem for a whole list', async () => {
    const { connections } = await open(`[${json(sms())}, ${json(sms())},]`)
    expect(connections.map(({ problems }) => problems.length)).toEqual([1])
  })
})

test('a key that stands twice is told in its own connection', async () => {
  const text =
    '[{"strategy": "sms", "options": {"template": "A", "template": "B"}}, {"strategy": "sms", "name": "x"}]'
  const { templates, connections } = await open(text)
  expect(templates.map((template) => template.text)).toEqual(['B'])
  const [{ problems }, second] = connections as [(typeof connections)[0], (typeof connections)[0]]
  expect(second.problems).toEqual([])
  expect(problems).toMatchObject([{ severity: 'warning', start: 33, end: 43 }])
  expect(problems[0]!.message).toContain('options.template')
})

describe('the JSON parser', () => {
  /** Whether a fresh process has loaded it after reading one file. */
  const isLoaded = (path: string, text: string): boolean => {
    const script = `
      import { createRequire } from 'node:module'
      const { openSource } = await import('${new URL('../../src/source/open-source.ts', import.meta.url)}')
      await openSource(${JSON.stringify(path)}, ${JSON.stringify(text)})
      const { cache } = createRequire('file:///')
      console.log(Object.keys(cache).some((file) => file.includes('jsonc-parser')))
    `
    return (
      execFileSync(process.execPath, ['--input-type=module', '-e', script]).toString() === 'true\n'
    )
  }

  test.each([
    ['otp.liquid', '{{ code }}', false],
    ['package.json', '{"name": "x"}', false],
    ['sms.json', json(sms()), true],
  ])('after %s: loaded is %s', (path, text, loaded) => {
    expect(isLoaded(path, text)).toBe(loaded)
  })
})
