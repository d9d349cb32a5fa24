import type { Severities } from '../lint/severity.ts'
import { rules } from '../rules/index.ts'

export type PresetName = 'recommended' | 'strict'

/** These compare texts by their looks, and may be wrong about a text that is right. */
const byLooks: readonly string[] = ['script-mismatch', 'branch-parity']

/** Every info a warning, every warning an error but for those that go by the looks. */
const strict: Severities = Object.fromEntries(
  rules
    .filter(({ name, severity }) => severity !== 'error' && !byLooks.includes(name))
    .map(({ name, severity }) => [name, severity === 'info' ? 'warning' : 'error']),
)

/** The levels of rules to start from; `recommended` are the rules' own. */
export const presets: Readonly<Record<PresetName, Severities>> = { recommended: {}, strict }
