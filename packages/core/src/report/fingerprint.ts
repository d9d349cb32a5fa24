import type { FileReport } from '../check/lint-source.ts'
import type { Diagnostic } from '../lint/diagnostic.ts'
import { shownText } from './shown.ts'

/** A finding with what it is recognised by when it is found again. */
export interface Fingerprinted {
  readonly diagnostic: Diagnostic
  /** 16 hexadecimal digits and, as CodeQL writes it, which of several equal ones in the file: `…:1`. */
  readonly fingerprint: string
}

/** As much of the source as CodeQL takes; what follows may change. */
const mostCharacters = 100

/**
 * Fingerprints that stay when lines are added above, blanks change or the message is worded differently: of the
 * rule and the source at the finding. Of secrets, which stand outside of templates, they tell nothing.
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 *
 * @returns the findings of the file in their order
 */
export function fingerprinted(file: FileReport): readonly Fingerprinted[] {
  if (file.diagnostics.length === 0) return []
  const shown = shownText(file)
  const times = new Map<string, number>()
  return file.diagnostics.map((diagnostic) => {
    const { rule, start, end } = diagnostic
    const source = shown.slice(start, end).replace(/\s+/g, '').slice(0, mostCharacters)
    const hash = fnv1a(`${rule}\n${source}`)
    const time = (times.get(hash) ?? 0) + 1
    times.set(hash, time)
    return { diagnostic, fingerprint: `${hash}:${time}` }
  })
}

/**
 * FNV-1a, 64 bits, of a text's UTF-16 units, low byte first. In two halves, for core has no host to ask for a
 * hash and BigInt is slow: the prime is 2^40 + 0x1b3. https://www.rfc-editor.org/rfc/rfc9923
 *
 * @returns 16 hexadecimal digits
 */
export function fnv1a(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  const add = (byte: number): void => {
    low = (low ^ byte) >>> 0
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 2 ** 32)) >>> 0
    low = product >>> 0
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    add(unit & 0xff)
    add(unit >>> 8)
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('')
}
