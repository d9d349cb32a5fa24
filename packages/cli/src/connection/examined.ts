import type { LiveText, LiveTexts } from '@codeword/auth0'
import { type Diagnostic, visible } from '@codeword/core'
import { countText } from './lint-held.ts'
import type { Tenant } from './tenant.ts'

/** A text of the tenant, and what the linter says of it. */
export interface Examined {
  readonly text: LiveText
  readonly found: readonly Diagnostic[]
}

const states = { yes: 'live', no: 'not live', unknown: 'perhaps live' } as const

/** Which text is live, who uses it, and what is wrong with it. */
export function examinedText(
  examined: readonly Examined[],
  { unifiedPhone, providers, unread }: LiveTexts,
  { auth0 }: Tenant,
): string {
  const unified =
    unifiedPhone === undefined ? 'not known' : unifiedPhone ? `on${senders(providers)}` : 'off'
  const rows = unread.map(({ what, fault }) => `  ${what}: ${auth0.faultText(fault)}\n`)
  return `${examined.map(oneText).join('\n')}
Unified Phone Experience: ${unified}
${rows.length === 0 ? '' : `\nNot read\n${rows.join('')}`}`
}

function senders(providers: LiveTexts['providers']): string {
  const on = providers.filter(({ disabled }) => !disabled).map(({ name }) => name)
  return on.length === 0 ? ', and nobody sends for it' : `, sent by ${on.join(' and ')}`
}

function oneText({ text: { target, live, why, apps }, found }: Examined): string {
  const users =
    apps === undefined || apps.length === 0
      ? ''
      : `  used by ${apps.map(({ name }) => visible(name)).join(', ')}\n`
  const wrong = found
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `    ${rule}: ${visible(message)}\n`)
  return `${target.name}: ${states[live]}: ${why}
${users}  linter: ${countText(found)}
${wrong.join('')}`
}

export const examinedJson = (
  examined: readonly Examined[],
  { unifiedPhone, providers, unread }: LiveTexts,
  { auth0 }: Tenant,
): object => ({
  version: 1,
  unifiedPhone: unifiedPhone ?? null,
  providers,
  texts: examined.map(({ text: { target, live, why, apps }, found }) => ({
    name: target.name,
    live,
    why,
    apps: apps?.map(({ name }) => name) ?? null,
    diagnostics: found.map(({ rule, severity, message }) => ({ rule, severity, message })),
  })),
  unread: unread.map(({ what, fault }) => ({ what, why: auth0.faultText(fault) })),
})
