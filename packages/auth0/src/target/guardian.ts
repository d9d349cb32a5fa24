import type { Auth0Api } from '../api/index.ts'
import { isObject, type Target } from './held.ts'

/** The name of Guardian's messages, which auth0-deploy-cli keeps there. */
export const guardianName = 'guardian/templates/sms'

/** Guardian's two messages for codes of multi-factor authentication. */
export const guardianTarget = ({ phone }: Auth0Api): Target => ({
  name: guardianName,
  texts: ['enrollment_message', 'verification_message'],
  async read() {
    const read = await phone.guardian()
    return read.ok ? { ok: true, value: { id: 'guardian', fields: read.value } } : read
  },
  write: (_, fields) => phone.writeGuardian(fields),
  toFile: (fields) => ({ name: 'sms', ...fields }),
  fromFile(value) {
    if (!isObject(value)) return undefined
    const { enrollment_message, verification_message } = value
    const isComplete =
      typeof enrollment_message === 'string' && typeof verification_message === 'string'
    return isComplete ? { enrollment_message, verification_message } : undefined
  },
})
