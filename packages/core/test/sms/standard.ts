/**
 * A second statement of 3GPP TS 23.038 §6.2.1 and TS 23.040 §9.2.3.24.1, to test against: it works on
 * characters and octets where the product works on UTF-16 units and capacities. The table is that of
 * https://www.unicode.org/Public/MAPPINGS/ETSI/GSM0338.TXT: code points by septet, 16 a row.
 */
const rows = [
  '0040 00A3 0024 00A5 00E8 00E9 00F9 00EC 00F2 00C7 000A 00D8 00F8 000D 00C5 00E5',
  '0394 005F 03A6 0393 039B 03A9 03A0 03A8 03A3 0398 039E ---- 00C6 00E6 00DF 00C9',
  '0020 0021 0022 0023 00A4 0025 0026 0027 0028 0029 002A 002B 002C 002D 002E 002F',
  '0030 0031 0032 0033 0034 0035 0036 0037 0038 0039 003A 003B 003C 003D 003E 003F',
  '00A1 0041 0042 0043 0044 0045 0046 0047 0048 0049 004A 004B 004C 004D 004E 004F',
  '0050 0051 0052 0053 0054 0055 0056 0057 0058 0059 005A 00C4 00D6 00D1 00DC 00A7',
  '00BF 0061 0062 0063 0064 0065 0066 0067 0068 0069 006A 006B 006C 006D 006E 006F',
  '0070 0071 0072 0073 0074 0075 0076 0077 0078 0079 007A 00E4 00F6 00F1 00FC 00E0',
]
const escapeSeptet = 0x1b
const escaped: readonly (readonly [number, number])[] = [
  [0x0a, 0x000c],
  [0x14, 0x005e],
  [0x28, 0x007b],
  [0x29, 0x007d],
  [0x2f, 0x005c],
  [0x3c, 0x005b],
  [0x3d, 0x007e],
  [0x3e, 0x005d],
  [0x40, 0x007c],
  [0x65, 0x20ac],
]

const alphabet = new Map<string, readonly number[]>()
for (const [septet, hex] of rows.join(' ').split(' ').entries())
  if (septet !== escapeSeptet)
    alphabet.set(String.fromCodePoint(Number.parseInt(hex, 16)), [septet])
for (const [septet, point] of escaped)
  alphabet.set(String.fromCodePoint(point), [escapeSeptet, septet])

/** Every character that GSM-7 has, with the septets that stand for it. */
export const gsm7: ReadonlyMap<string, readonly number[]> = alphabet

export interface Delivery {
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly units: number
  readonly texts: readonly string[]
}

/** The messages that carry a text, where the given pieces of it must not be cut. */
export function deliver(text: string, pieces: readonly string[] = Array.from(text)): Delivery {
  const isGsm7 = Array.from(text).every((character) => gsm7.has(character))
  const size = isGsm7 ? septets : utf16Units
  const fits = isGsm7 ? septetsFit : utf16UnitsFit
  const units = pieces.reduce((sum, piece) => sum + size(piece), 0)
  const encoding = isGsm7 ? 'GSM-7' : 'UCS-2'
  if (fits(units, 0)) return { encoding, units, texts: text === '' ? [] : [text] }
  const texts: string[] = []
  for (let rest = pieces; rest.length > 0; ) {
    let count = 0
    for (let used = 0; count < rest.length; count++) {
      used += size(rest[count]!)
      if (!fits(used, headerOctets)) break
    }
    texts.push(rest.slice(0, count).join(''))
    rest = rest.slice(count)
  }
  return { encoding, units, texts }
}

const octets = 140
/** Length, identifier, its length, reference, total, number: TS 23.040 §9.2.3.24.1. */
const headerOctets = 6

function septets(piece: string): number {
  return Array.from(piece).flatMap((character) => gsm7.get(character)!).length
}

function utf16Units(piece: string): number {
  return piece.length
}

/** After a header, septets start at the next septet boundary: TS 23.040 §9.2.3.24. */
function septetsFit(count: number, header: number): boolean {
  return Math.ceil((Math.ceil((header * 8) / 7) * 7 + count * 7) / 8) <= octets
}

function utf16UnitsFit(count: number, header: number): boolean {
  return header + count * 2 <= octets
}
