import type { Auth0Api } from '../api/index.ts'
import type { PhoneTemplate } from '../api/phone.ts'
import { type Fields, isObject, type Target } from './held.ts'

/** Where auth0-deploy-cli keeps the templates of the Unified Phone Experience. */
export const phoneTemplateFolder = 'phone-templates/'

/** A template of the Unified Phone Experience, by its type: `otp_verify`. */
export const phoneTemplateTarget = (type: string, { phone }: Auth0Api): Target => ({
  name: phoneTemplateFolder + type,
  texts: ['text', 'voice'],
  async read() {
    const read = await phone.templates()
    if (!read.ok) return read
    const found = read.value.find((one) => one.type === type)
    if (found === undefined) {
      const names = read.value.map((one) => phoneTemplateFolder + one.type)
      return { ok: false, fault: { kind: 'refused', status: 404, names } }
    }
    const { id = '', disabled, content } = found
    return { ok: true, value: { id, fields: { disabled, content } } }
  },
  write: ({ id }, fields) => phone.writeTemplate(templateWith(type, id, fields)),
  toFile: (fields) => ({ type, ...fields }),
  fromFile(value) {
    if (!isObject(value) || value.type !== type || !isObject(value.content)) return undefined
    return { disabled: value.disabled === true, content: value.content }
  },
})

const templateWith = (type: string, id: string, { disabled, content }: Fields): PhoneTemplate => ({
  ...(id !== '' && { id }),
  type,
  disabled: disabled === true,
  content: content as Fields,
})
