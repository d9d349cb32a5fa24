import { checkedJson } from '../config/checked-json.ts'
import { suppressionsSchema } from './schema.ts'
import { validators } from './suppressions.generated.ts'
import type { Suppressions, SuppressionsResult } from './suppressions.ts'

/** Reads and checks a suppressions file; see `readSuppressions`. */
export async function readSuppressionsText(text: string): Promise<SuppressionsResult> {
  const checked = await checkedJson(text, validators.suppressions!, suppressionsSchema)
  return checked.ok ? { ok: true, value: checked.value as Suppressions } : checked
}
