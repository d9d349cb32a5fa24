import { isGsm7 } from './gsm7.ts'
import { smartReplacement } from './smart-encoding.ts'

/**
 * Letters of living languages that Unicode does not decompose, as CLDR's Latin-ASCII transform writes them:
 * https://github.com/unicode-org/cldr/blob/main/common/transforms/Latin-ASCII.xml
 */
const letters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  ŋ: 'n',
  Ŋ: 'N',
  œ: 'oe',
  Œ: 'OE',
  ẞ: 'SS',
}

/**
 * Normalising a run of marks may take quadratic time. No word has more than 30 on one letter (UAX #15 §13,
 * https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format).
 */
const longest = 31

/**
 * The GSM-7 text that a reader takes for the given character: what Smart Encoding writes, else the base
 * letter with as many of its accents as GSM-7 has. Blanks become one space, where Smart Encoding writes up
 * to seven, and characters that nobody sees become the empty text.
 *
 * @param character one character as people see it, with its combining marks: `ó`, `’`, `e\u0301`
 * @returns undefined where nothing in GSM-7 looks alike, as for `я` or an emoji
 */
export function lookAlike(character: string): string | undefined {
  if (isGsm7(character)) return character
  if (/^[\t\p{Z}]$/u.test(character)) return ' '
  if (/^[\p{Cc}\p{Default_Ignorable_Code_Point}]+$/u.test(character)) return ''
  if (character.length > longest) return undefined
  return smartReplacement(character) ?? decomposed(character)
}

function decomposed(character: string): string | undefined {
  let done = ''
  let base = ''
  for (const part of character.normalize('NFKD')) {
    if (/^\p{M}$/u.test(part)) {
      const accented = (base + part).normalize('NFC')
      if (isGsm7(accented)) base = accented
    } else {
      done += base
      base = isGsm7(part) ? part : (letters[part] ?? smartReplacement(part) ?? '')
      if (base === '') return undefined
    }
  }
  // A free-standing accent such as `¨` decomposes to a blank with a mark.
  return (done + base).trim() === '' ? undefined : done + base
}
