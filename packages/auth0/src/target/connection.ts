import type { Auth0Api } from '../api/index.ts'
import { isObject, type Target } from './held.ts'

/** An SMS connection: NAME. */
export const connectionTarget = (name: string, { connections }: Auth0Api): Target => ({
  name,
  texts: ['template'],
  apart: 'template',
  async read() {
    const listed = await connections.list('sms')
    if (!listed.ok) return listed
    const found = listed.value.find((one) => one.name === name)
    if (found === undefined) {
      const names = listed.value.map((one) => one.name)
      return { ok: false, fault: { kind: 'refused', status: 404, names } }
    }
    // What is listed may be older than what is read by its id.
    const read = await connections.get(found.id)
    if (!read.ok) return read
    const { id, displayName, options } = read.value
    return {
      ok: true,
      value: {
        id,
        ...(displayName !== undefined && { displayName }),
        ...(options !== undefined && { fields: options }),
      },
    }
  },
  write: ({ id, displayName }, fields) => connections.update(id, fields, displayName),
  toFile: (options) => ({ name, strategy: 'sms', options }),
  fromFile: (value) => (isObject(value) && isObject(value.options) ? value.options : undefined),
})
