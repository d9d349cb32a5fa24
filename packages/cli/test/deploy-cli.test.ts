import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { runHere } from './cli.ts'

/** One message of each kind; the fault is in the second line of the first. */
const faulty = `{% if request_language == 'nl' %}Uw "code": @@password@@
{% elseif request_language == 'fr' %}Votre code: @@password@@{% else %}Code: @@password@@{% endif %}
`
const connection = (name: string, strategy: string, options: object): object => ({
  ...{ id: `con_${name}`, name, strategy, realms: [name], enabled_clients: [] },
  options: { name, totp: { length: 6, time_step: 300 }, brute_force_protection: true, ...options },
})
const tenant = {
  connections: [
    connection('google-oauth2', 'google-oauth2', { email: true, scope: ['email', 'profile'] }),
    connection('sms', 'sms', {
      ...{ from: '+15005550006', syntax: 'md_with_macros', template: faulty },
      ...{ twilio_sid: `AC${'0'.repeat(32)}`, twilio_token: '##TWILIO_TOKEN##' },
    }),
    connection('email', 'email', {
      email: {
        body: '<b>{{ code }}</b>',
        from: '{{ application.name }} <login@example.com>',
        subject: 'Your {{ cod }}',
        syntax: 'liquid',
      },
    }),
  ],
  phoneTemplates: [
    {
      ...{ id: 'tem_0', type: 'otp_verify', disabled: false },
      content: {
        syntax: 'liquid',
        from: '+15005550006',
        body: { text: 'Code: @{code}', voice: '' },
      },
    },
  ],
  guardian: {
    enrollment_message: '{{ code }} is your code for {{ tenant.friendlyName }}',
    verification_message: '{{ code }} is your code for {{ tenant.friendly_name }}',
  },
}

/** Exports a tenant with the tool's own code; only its client of the Management API is ours. */
const script = `
  const [kind, path, given] = process.argv.slice(1)
  const tenant = JSON.parse(given)
  const { default: Context } = require(require.resolve('auth0-deploy-cli').replace(/index\\.js$/, 'context/' + kind))
  const list = (data) => async () => ({ data, hasNextPage: () => false })
  const none = { list: list([]), get: list([]) }
  const client = {
    clients: none,
    connections: { ...none, list: list(tenant.connections), clients: none, directoryProvisioning: none },
    branding: { phone: { templates: { list: async () => ({ templates: tenant.phoneTemplates }) } } },
    guardian: { factors: { sms: { getTemplates: async () => tenant.guardian } } },
  }
  const included = ['connections', 'phoneTemplates', 'guardianFactorTemplates']
  const context = new Context({ AUTH0_INPUT_FILE: path, AUTH0_INCLUDED_ONLY: included }, client)
  context.dump().catch((error) => { console.error(error); process.exitCode = 1 })
`

const exported = async (kind: 'yaml' | 'directory'): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-cli-'))
  const path = kind === 'yaml' ? join(folder, 'tenant.yaml') : folder
  const options = { cwd: new URL('.', import.meta.url) }
  await promisify(execFile)(
    process.execPath,
    ['-e', script, kind, path, JSON.stringify(tenant)],
    options,
  )
  return folder
}

interface Found {
  readonly path: string
  readonly diagnostics: readonly {
    readonly rule: string
    readonly start: { readonly offset: number }
    readonly end: { readonly offset: number }
  }[]
}

describe.each(['yaml', 'directory'] as const)("auth0-deploy-cli's %s export", (kind) => {
  let cwd: string
  beforeAll(async () => {
    cwd = await exported(kind)
  })

  test('is linted, and each fault found where it stands', async () => {
    const { code, out, err } = await runHere(['lint', '--json'], { cwd })
    expect([code, err]).toEqual([1, ''])
    const files: readonly Found[] = JSON.parse(out).files
    const found = files.flatMap(({ path, diagnostics }) => {
      const text = readFileSync(join(cwd, path), 'utf8')
      return diagnostics.map(({ rule, start, end }) => [
        path,
        rule,
        text.slice(start.offset, end.offset),
      ])
    })
    const at = (path: string): string => (kind === 'yaml' ? 'tenant.yaml' : path)
    expect(found).toEqual(
      expect.arrayContaining([
        [at('connections/sms.json'), 'unknown-tag', 'elseif'],
        [at('connections/email.json'), 'unknown-variable', 'cod'],
        [at('phone-templates/otp_verify.json'), 'misspelt-placeholder', '@{code}'],
        [at('guardian/templates/sms.json'), 'unknown-variable', 'tenant.friendlyName'],
      ]),
    )
  })

  test('is fixed in place', async () => {
    await runHere(['lint', '--fix'], { cwd })
    const path = kind === 'yaml' ? 'tenant.yaml' : 'connections/sms.json'
    const text = readFileSync(join(cwd, path), 'utf8')
    expect(text).not.toContain('elseif')
    const { out } = await runHere(
      [
        'render',
        path,
        ...(kind === 'yaml' ? ['--template', 'connections[2].options.template'] : []),
        '--language',
        'fr',
      ],
      { cwd },
    )
    expect(out).toBe('Votre code: 123456')
  })
})
