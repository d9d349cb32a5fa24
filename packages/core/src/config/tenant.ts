import type { TenantFacts } from '../lint/tenant-facts.ts'
import type { PlacedMistakes } from '../source/checked-document.ts'

export type TenantResult =
  | { readonly ok: true; readonly value: TenantFacts }
  | { readonly ok: false; readonly mistakes: PlacedMistakes }
