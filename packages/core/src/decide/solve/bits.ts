/** Sets of small numbers: one bit each, 32 to a word. */

export const setBit = (bits: Uint32Array, at: number): void => {
  bits[at >> 5] = bits[at >> 5]! | (1 << (at & 31))
}

export const hasBit = (bits: Uint32Array, at: number): boolean =>
  (bits[at >> 5]! & (1 << (at & 31))) !== 0

/** Calls for each member, from a word on. */
export function forEachBit(bits: Uint32Array, from: number, visit: (at: number) => void): void {
  for (let w = from; w < bits.length; w++)
    for (let left = bits[w]!; left !== 0; left &= left - 1)
      visit(w * 32 + 31 - Math.clz32(left & -left))
}

/** The same set with room for `count` members and more. */
export const longer = (bits: Uint32Array, count: number): Uint32Array => {
  const grown = new Uint32Array(((count + 31) >> 5) + 1)
  grown.set(bits)
  return grown
}

export function and(into: Uint32Array, other: Uint32Array, from: number): void {
  for (let w = from; w < into.length; w++) into[w] = into[w]! & (other[w] ?? 0)
}

export function or(into: Uint32Array, other: Uint32Array, from: number): void {
  for (let w = from; w < into.length; w++) into[w] = into[w]! | (other[w] ?? 0)
}
