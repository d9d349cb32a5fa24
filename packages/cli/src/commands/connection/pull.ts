import { type Command, defineCommand } from '../../command.ts'
import { writePulled, writeSeen } from '../../connection/local-files.ts'
import { refusalText } from '../../connection/plan-text.ts'
import { heldBy, type LoadAuth0, nameIn, targetOf, tenantFor } from '../../connection/tenant.ts'
import { ok, RemoteFailure } from '../../failure.ts'
import { credentials, endpointOption } from './options.ts'

export const pullWith = (load: LoadAuth0): Command =>
  defineCommand({
    usage: 'codeword connection pull [NAME] [options]',
    about: `Reads an SMS connection of the tenant (NAME, else sms) into NAME.liquid, its
template, and NAME.json, everything else without secrets. Guardian's messages
are guardian/templates/sms, those of the Unified Phone Experience
phone-templates/otp_verify and so on.
${credentials}`,
    examples: ['codeword connection pull', 'codeword connection pull guardian/templates/sms'],
    options: { force: { summary: 'replace files that say something else' }, ...endpointOption },
    async run({ values, positionals }, host) {
      const name = nameIn('pull', positionals)
      const tenant = await tenantFor(load, values.endpoint)
      const target = targetOf(name, tenant)
      const pulled = tenant.auth0.pulledFrom(await heldBy(target, tenant), target)
      if (pulled === undefined) throw new RemoteFailure(refusalText('unreadable', [], name))
      const written = writePulled(target, pulled.fields, values.force, host.cwd)
      const { domain } = tenant.credentials
      writeSeen(name, { domain, version: pulled.version }, host.cwd)
      host.out(written)
      return ok
    },
  })
