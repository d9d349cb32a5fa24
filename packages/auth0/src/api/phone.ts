import { type Fields, isObject } from '../target/held.ts'
import type { ApiResult, Ask } from './client.ts'

/** A template of the Unified Phone Experience. */
export interface PhoneTemplate {
  /** Absent where the tenant still has Auth0's own. */
  readonly id?: string
  /** `otp_verify` */
  readonly type: string
  readonly disabled: boolean
  readonly content: Fields
}

/** Who sends for the Unified Phone Experience: `twilio`, or an action, `custom`. */
export interface PhoneProvider {
  readonly name: string
  readonly disabled: boolean
}

export interface PhoneCalls {
  /** Whether the Unified Phone Experience is on. */
  readonly isUnified: () => Promise<ApiResult<boolean>>
  readonly templates: () => Promise<ApiResult<readonly PhoneTemplate[]>>
  readonly writeTemplate: (template: PhoneTemplate) => Promise<ApiResult<unknown>>
  readonly providers: () => Promise<ApiResult<readonly PhoneProvider[]>>
  /** Guardian's two messages. */
  readonly guardian: () => Promise<ApiResult<Fields>>
  readonly writeGuardian: (messages: Fields) => Promise<ApiResult<unknown>>
}

/** https://auth0.com/docs/api/management/v2/branding and `/guardian` */
export const phoneCalls = (ask: Ask): PhoneCalls => ({
  isUnified: () =>
    ask('read', async ({ tenants }) => {
      const settings = await tenants.settings.get({ fields: 'phone_consolidated_experience' })
      return (settings as unknown as Fields).phone_consolidated_experience === true
    }),
  templates: () =>
    ask('read', async ({ branding }) => {
      const { templates } = await branding.phone.templates.list()
      return listed(templates).map(({ id, type, disabled, content }) => ({
        ...(typeof id === 'string' && { id }),
        type: String(type),
        disabled: disabled === true,
        content: isObject(content) ? content : {},
      }))
    }),
  writeTemplate: ({ id, type, disabled, content }) =>
    ask('write', ({ branding: { phone } }) => {
      const { syntax: _, ...changeable } = content
      return id === undefined
        ? phone.templates.create({ type, disabled, content } as never)
        : phone.templates.update(id, { disabled, content: changeable } as never)
    }),
  providers: () =>
    ask('read', async ({ branding }) => {
      const { providers } = await branding.phone.providers.list()
      return listed(providers).map(({ name, disabled }) => ({
        name: String(name),
        disabled: disabled === true,
      }))
    }),
  guardian: () =>
    ask('read', async ({ guardian }) => {
      const { enrollment_message, verification_message } =
        await guardian.factors.phone.getTemplates()
      if (typeof verification_message !== 'string') throw new Error('no messages')
      return { enrollment_message, verification_message }
    }),
  writeGuardian: (messages) =>
    ask('write', ({ guardian }) => guardian.factors.phone.setTemplates(messages as never)),
})

/** @throws where the answer is none of Auth0's */
function listed(values: unknown): readonly Fields[] {
  if (!Array.isArray(values) || !values.every(isObject)) throw new Error('no list')
  return values
}
