import { type Command, defineCommand } from '../../command.ts'
import { commonOptions } from '../../common-options.ts'
import { settingsOf } from '../../config/settings.ts'
import { countText, lintHeld } from '../../connection/lint-held.ts'
import { syntaxFor } from '../../connection/syntax.ts'
import { type LoadAuth0, nameIn, refused, targetOf, tenantFor } from '../../connection/tenant.ts'
import { twilioChecked } from '../../connection/twilio-checked.ts'
import { type ExitCode, Failure, ok, RemoteFailure } from '../../failure.ts'
import { whole } from '../../numbers.ts'
import { openOneTemplate, templateOptions } from '../../open-one-template.ts'
import { type LoadTwilio, senderOptions } from '../../send/sender.ts'
import { credentials, endpointOption, yesOption } from './options.ts'

const options = {
  message: { value: 'FILE', summary: 'the template' },
  ...senderOptions,
  syntax: {
    value: 'SYNTAX',
    choices: ['liquid', 'md_with_macros'],
    summary: 'liquid or md_with_macros, otherwise by the template',
  },
  'code-length': { value: 'N', summary: 'digits of the code, 4 to 40 (6)' },
  'code-lifetime': { value: 'SECONDS', summary: 'how long a code is good, 60 at least (180)' },
  ...yesOption,
  ...endpointOption,
  'twilio-endpoint': { value: 'URL', summary: "where to ask Twilio: the fake's address" },
  ...templateOptions,
  ...commonOptions,
} as const

export const setupWith = (load: LoadAuth0, loadTwilio: LoadTwilio): Command =>
  defineCommand({
    usage: 'codeword connection setup [NAME] --message FILE [options]',
    about: `Creates an SMS connection (NAME, else sms) that sends through Twilio. Asks
Twilio first whether the account works and has the sender, and the linter
whether the message is right. The account is that of TWILIO_ACCOUNT_SID and
TWILIO_AUTH_TOKEN, which Auth0 keeps; nothing of it comes into a file.
${credentials}`,
    examples: [
      'codeword connection setup --message otp.liquid --from Acme',
      'codeword connection setup sms-test --message otp.liquid --from Acme --yes',
    ],
    options,
    async run({ values, positionals }, host): Promise<ExitCode> {
      const name = nameIn('setup', positionals)
      const { message: path } = values
      if (path === undefined)
        throw new Failure('setup: what do customers read? Give --message otp.liquid')
      const settings = (await settingsOf(values, host))(path)
      const { embedded } = await openOneTemplate(path, settings, host, values)
      const template = embedded.text
      const syntax = values.syntax ?? syntaxFor(path, template)
      const length = whole('--code-length', values['code-length'] ?? '6', 4, 40)
      const lifetime = whole('--code-lifetime', values['code-lifetime'] ?? '180', 60, 86_400)
      const tenant = await tenantFor(load, values.endpoint)
      const { auth0, api } = tenant
      const target = targetOf(name, tenant)
      const { sender, twilio, told } = await twilioChecked(loadTwilio, values)
      const fields = auth0.setupOptions({
        ...{ template, syntax: syntax as 'liquid', length, lifetime, twilio },
        from: { kind: sender.kind === 'service' ? 'service' : 'sender', value: sender.value },
      })
      const shown = auth0.pulledFrom({ id: '', fields }, target)!.fields
      const found = await lintHeld(target, shown, settings)
      const verdict = `${path}: ${countText(found)}\n`
      host.out(`${told}${verdict}${optionsText(name, shown)}`)
      if (found.some(({ severity }) => severity === 'error'))
        throw new Failure(`${path}: mend the message first: codeword ${path}`)
      const there = await target.read()
      if (there.ok)
        throw new Failure(`the tenant has ${name} already: codeword connection push changes it`)
      if (there.fault.names === undefined) throw refused(there.fault, tenant)
      if (!values.yes) {
        host.note('Nothing was written: --yes writes it\n')
        return ok
      }
      const result = await auth0.createConnection(name, fields, api)
      if (result.state !== 'created') {
        const what = result.state === 'unknown' ? 'it may have been created' : 'not created'
        throw new RemoteFailure(`${what}: ${auth0.faultText(result.fault)}`)
      }
      host.out(`Created, and read back. No application may use it yet:
  codeword connection apps ${name} --enable APP --yes
To change it later: codeword connection pull ${name}
`)
      return ok
    },
  })

function optionsText(name: string, fields: Readonly<Record<string, unknown>>): string {
  const { template: _, ...rest } = fields
  const rows = Object.entries(rest).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`)
  return `${name}\n${rows.join('')}`
}
