import type { Sender } from './message.ts'

/**
 * Reads `--from`: a number in E.164, a short code, or a name.
 * Names: https://www.twilio.com/docs/messaging/services/api/alphasender-resource
 * @returns a problem that does not repeat the number
 */
export function senderFrom(text: string): Sender | { readonly problem: string } {
  if (isPhoneNumber(text)) return { kind: 'number', value: text }
  if (/^\d{3,8}$/.test(text)) return { kind: 'short-code', value: text }
  if (/^\+?[\d\s().-]+$/.test(text))
    return { problem: 'a number is a plus and up to 15 digits, with nothing between them' }
  if (!/^[A-Za-z0-9 +&_-]{1,11}$/.test(text) || !/[A-Za-z]/.test(text))
    return {
      problem: 'a name has at most 11 letters, digits, spaces and + & _ -, one letter at least',
    }
  return { kind: 'name', value: text }
}

/** Reads `--messaging-service`: `MG` and 32 hexadecimal digits. */
export const serviceFrom = (text: string): Sender | { readonly problem: string } =>
  /^MG[0-9a-fA-F]{32}$/.test(text)
    ? { kind: 'service', value: text }
    : { problem: 'the SID of a messaging service is MG and 32 hexadecimal digits' }

/** E.164: https://www.itu.int/rec/T-REC-E.164 */
export const isPhoneNumber = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text)

/** https://www.twilio.com/docs/iam/test-credentials: numbers that only test credentials know. */
const magic = /^\+1500555000[1-9]$/

export const isMagicNumber = (number: string): boolean => magic.test(number)
