import { type Command, defineCommand } from '../../command.ts'
import type { LoadAuth0 } from '../../connection/tenant.ts'
import { openPlan, wantedBefore, writePlan } from '../../connection/write.ts'
import { credentials, endpointOption, yesOption } from './options.ts'

export const rollbackWith = (load: LoadAuth0): Command =>
  defineCommand({
    usage: 'codeword connection rollback [NAME] [options]',
    about: `Undoes the last push: writes what it has replaced, which .codeword/backups holds
without secrets; those stay what the tenant has.
${credentials}`,
    examples: ['codeword connection rollback', 'codeword connection rollback --yes'],
    options: { ...yesOption, ...endpointOption },
    async run({ values, positionals }, host) {
      const plan = await openPlan(
        'rollback',
        positionals,
        load,
        values.endpoint,
        host,
        wantedBefore,
      )
      return writePlan(plan, values.yes, host)
    },
  })
