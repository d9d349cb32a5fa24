import { type CheckOptions, rules } from '@codeword/core'
import { Failure } from '../failure.ts'
import { unknown } from '../options.ts'

type Severities = NonNullable<CheckOptions['severities']>

const levels: Readonly<Record<string, Severities[string]>> = {
  off: 'off',
  info: 'info',
  warn: 'warning',
  error: 'error',
}

/**
 * Reads `--rule NAME=LEVEL`; of two for the same rule the last one counts.
 * @throws Failure for an unknown rule or level
 */
export async function severitiesOf(settings: readonly string[]): Promise<Severities> {
  const severities: Record<string, Severities[string]> = {}
  for (const setting of settings) {
    const [name = '', ...rest] = setting.split('=')
    const level = rest.join('=')
    if (!rules.some((rule) => rule.name === name)) {
      const names = rules.map((rule) => rule.name)
      throw new Failure(`--rule: ${await unknown(name, names)}`)
    }
    const severity = Object.hasOwn(levels, level) ? levels[level] : undefined
    if (severity === undefined) {
      throw new Failure(`--rule ${name}: give it a level: ${name}=off, info, warn or error`)
    }
    severities[name] = severity
  }
  return severities
}
