import { randomBytes } from 'node:crypto'
import type { FakePhoneTemplate } from './options.ts'
import { done, error } from './reply.ts'
import type { Route } from './route.ts'
import type { TenantState } from './tenant.ts'

/** https://auth0.com/docs/api/management/v2/branding, `/guardian` and `/tenants` */
export function phoneRoutes(tenant: TenantState): readonly Route[] {
  const { phoneTemplates, phoneProviders, unifiedPhone } = tenant
  return [
    {
      step: 'settings',
      method: 'GET',
      path: '/tenants/settings',
      scope: 'read:tenant_settings',
      answer: () => done({ phone_consolidated_experience: unifiedPhone }),
    },
    {
      step: 'templates',
      method: 'GET',
      path: '/branding/phone/templates',
      scope: 'read:phone_templates',
      answer: () => done({ templates: phoneTemplates.map(shown) }),
    },
    {
      step: 'create-template',
      method: 'POST',
      path: '/branding/phone/templates',
      scope: 'create:phone_templates',
      answer({ request }) {
        const { type, disabled = false, content } = JSON.parse(request.body)
        const template = phoneTemplates.find((one) => one.type === type)
        if (template === undefined) return error(400, 'Bad Request', 'Payload validation error')
        if (template.id !== undefined) return error(409, 'Conflict', 'The template exists already')
        Object.assign(template, { id: `tem_${randomBytes(11).toString('hex')}`, disabled, content })
        return done(shown(template), 201)
      },
    },
    {
      step: 'write-template',
      method: 'PATCH',
      path: '/branding/phone/templates/:id',
      scope: 'update:phone_templates',
      answer({ request, id }) {
        const template = phoneTemplates.find((one) => one.id === id)
        if (template === undefined) return error(404, 'Not Found', 'There is no such template')
        const { disabled = template.disabled, content = {} } = JSON.parse(request.body)
        if (Object.keys(content).some((key) => key !== 'from' && key !== 'body'))
          return error(400, 'Bad Request', 'Payload validation error')
        template.disabled = disabled
        template.content = { ...template.content, ...content }
        return done(shown(template))
      },
    },
    {
      step: 'providers',
      method: 'GET',
      path: '/branding/phone/providers',
      scope: 'read:phone_providers',
      answer: () => done({ providers: phoneProviders }),
    },
    {
      step: 'guardian',
      method: 'GET',
      path: '/guardian/factors/phone/templates',
      scope: 'read:guardian_factors',
      answer: () => done(tenant.guardian),
    },
    {
      step: 'write-guardian',
      method: 'PUT',
      path: '/guardian/factors/phone/templates',
      scope: 'update:guardian_factors',
      answer({ request }) {
        const { enrollment_message, verification_message } = JSON.parse(request.body)
        if (!enrollment_message || !verification_message)
          return error(400, 'Bad Request', 'Payload validation error')
        tenant.guardian = { enrollment_message, verification_message }
        return done(tenant.guardian)
      },
    },
  ]
}

const shown = (template: FakePhoneTemplate): object => ({
  ...template,
  channel: 'phone',
  customizable: true,
  tenant: 'fake',
})
