import type { TenantFacts } from '../lint/tenant-facts.ts'
import { checkedJson } from './checked-json.ts'
import { validators } from './tenant.generated.ts'
import type { TenantResult } from './tenant.ts'
import { tenantSchema } from './tenant-schema.ts'

/** Reads and checks what is known of a tenant; see `readTenant`. */
export async function readTenantText(text: string): Promise<TenantResult> {
  const checked = await checkedJson(text, validators.tenant!, tenantSchema)
  return checked.ok ? { ok: true, value: checked.value as TenantFacts } : checked
}
