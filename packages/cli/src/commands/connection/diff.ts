import { type Command, defineCommand } from '../../command.ts'
import type { LoadAuth0 } from '../../connection/tenant.ts'
import { openPlan, wantedHere } from '../../connection/write.ts'
import { found, ok } from '../../failure.ts'
import { credentials, endpointOption } from './options.ts'

export const diffWith = (load: LoadAuth0): Command =>
  defineCommand({
    usage: 'codeword connection diff [NAME] [options]',
    about: `Shows whose message a push would change, by decision table, and which other
option. Secrets are told by their names.
${credentials}`,
    examples: ['codeword connection diff'],
    options: {
      'exit-code': { summary: 'end with 1 if something would change' },
      ...endpointOption,
    },
    async run({ values, positionals }, host) {
      const { changes } = await openPlan(
        'diff',
        positionals,
        load,
        values.endpoint,
        host,
        wantedHere(),
      )
      return values['exit-code'] && changes.length > 0 ? found : ok
    },
  })
