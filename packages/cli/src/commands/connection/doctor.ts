import { type Command, defineCommand } from '../../command.ts'
import { commonOptions } from '../../common-options.ts'
import { settingsOf } from '../../config/settings.ts'
import { type Examined, examinedJson, examinedText } from '../../connection/examined.ts'
import { lintHeld } from '../../connection/lint-held.ts'
import { type LoadAuth0, readFrom, tenantFor } from '../../connection/tenant.ts'
import { type ExitCode, Failure, found, ok } from '../../failure.ts'
import { credentials, endpointOption } from './options.ts'

export const doctorWith = (load: LoadAuth0): Command =>
  defineCommand({
    usage: 'codeword connection doctor [options]',
    about: `Says which texts of the tenant reach customers as codes: those of SMS
connections, of the Unified Phone Experience and of Guardian; which applications
use them, who sends them, and what the linter says of each. What the token may
not read is named. Writes nothing. Ends with 1 if a text that may be live has an
error.
${credentials}`,
    examples: ['codeword connection doctor', 'codeword connection doctor --json'],
    options: { json: { summary: 'print it as JSON' }, ...endpointOption, ...commonOptions },
    async run({ values, positionals }, host): Promise<ExitCode> {
      if (positionals.length > 0)
        throw new Failure('connection doctor takes no name: it looks at the whole tenant')
      const settings = await settingsOf(values, host)
      const tenant = await tenantFor(load, values.endpoint)
      const { auth0, api } = tenant
      const live = readFrom(await auth0.liveTexts(api), tenant)
      const examined: Examined[] = []
      for (const text of live.texts) {
        const { target, fields } = text
        const pulled = auth0.pulledFrom({ id: '', fields }, target)
        const path = `${target.name}.json`
        const diagnostics = pulled ? await lintHeld(target, pulled.fields, settings(path)) : []
        examined.push({ text, found: diagnostics })
      }
      host.out(
        values.json
          ? `${JSON.stringify(examinedJson(examined, live, tenant), null, 2)}\n`
          : examinedText(examined, live, tenant),
      )
      const isBad = examined.some(
        (one) => one.text.live !== 'no' && one.found.some(({ severity }) => severity === 'error'),
      )
      return isBad ? found : ok
    },
  })
