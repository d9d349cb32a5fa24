import { type Command, defineCommand } from '../../command.ts'
import type { LoadAuth0 } from '../../connection/tenant.ts'
import { openPlan, wantedHere, writePlan } from '../../connection/write.ts'
import { credentials, endpointOption, yesOption } from './options.ts'

export const pushWith = (load: LoadAuth0): Command =>
  defineCommand({
    usage: 'codeword connection push [NAME] [options]',
    about: `Writes what was pulled and edited back, and reads it back. All options that are
not changed are kept, secrets and the display name too. It is refused if the
tenant has changed since the pull, or if an option would vanish.
${credentials}`,
    examples: [
      'codeword connection push',
      'codeword connection push --yes',
      'codeword connection push --request-language en-US --yes',
    ],
    options: {
      'request-language': { value: 'LANGUAGE', summary: 'the language where no header names one' },
      ...yesOption,
      ...endpointOption,
    },
    async run({ values, positionals }, host) {
      const language = values['request-language']
      const wanted = wantedHere(language === undefined ? {} : { request_language: language })
      const plan = await openPlan('push', positionals, load, values.endpoint, host, wanted)
      return writePlan(plan, values.yes, host)
    },
  })
