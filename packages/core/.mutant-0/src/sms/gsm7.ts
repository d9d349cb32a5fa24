/**
 * The GSM 7 bit default alphabet, in code order without its escape (0x1B): 3GPP TS 23.038 §6.2.1.
 * The same table as data: https://www.unicode.org/Public/MAPPINGS/ETSI/GSM0338.TXT
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

/** Its extension, where each character is an escape and a second septet: TS 23.038 §6.2.1.1. */
const extension = '\f^{}\\[~]|€'

const septets = new Uint8Array(0x20ad)
for (const character of basic) septets[character.charCodeAt(0)] = 1
for (const character of extension) septets[character.charCodeAt(0)] = 2

/** What one UTF-16 unit costs in GSM-7: 1 or 2 septets, or 0 where GSM-7 does not have it. */
export function septetsOf(unit: number): number {
  return septets[unit] ?? 0
}

/** Whether a whole text can be sent as GSM-7. The empty text can. */
export function isGsm7(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (septetsOf(text.charCodeAt(i)) === 0) return false
  return true
}
