/** A text, or why there is none. */
export type TextResult = { readonly text: string } | { readonly problem: string }

/** Bytes. Auth0 stores far shorter messages; a connection file with all its fields stays far below too. */
export const sizeLimit: number = 2 * 1024 * 1024

export const tooLarge = 'it is larger than 2 MB, so it is no template: give the right file'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Decodes UTF-8, a leading byte order mark kept (offsets count it), and refuses everything else.
 *
 * @param bytes the whole content of a file
 */
export function decode(bytes: Uint8Array): TextResult {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return { problem: 'it is UTF-16: save it as UTF-8' }
  }
  if (bytes.includes(0)) return { problem: 'it is a binary file, no text: give a template' }
  try {
    return { text: decoder.decode(bytes) }
  } catch {
    return { problem: `it is not UTF-8 ${firstFault(bytes)}: save it as UTF-8` }
  }
}

const startsWith = (bytes: Uint8Array, first: number, second: number): boolean =>
  bytes[0] === first && bytes[1] === second

/** Where the first character that is no UTF-8 begins. */
function firstFault(bytes: Uint8Array): string {
  let [valid, invalid] = [0, bytes.length + 1]
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1
    if (isUtf8(bytes.subarray(0, middle), { stream: true })) valid = middle
    else invalid = middle
  }
  while (!isUtf8(bytes.subarray(0, valid))) valid--
  const line = bytes.subarray(0, valid).filter((byte) => byte === 0x0a).length + 1
  return `(byte 0x${bytes[valid]!.toString(16).toUpperCase()} in line ${line})`
}

/** @param options with `stream`, the last character may be cut off */
function isUtf8(bytes: Uint8Array, options?: { readonly stream: true }): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, options)
    return true
  } catch {
    return false
  }
}
