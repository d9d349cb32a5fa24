import { inertJson } from './inert.ts'

/** A JSON document that is written while its list grows. */
export interface GrowingList {
  /** @returns the text that comes next */
  readonly add: (item: object) => string
  /** @returns the rest */
  readonly end: () => string
}

/**
 * Writes the same text, piece by piece, as `inertJson` of the whole.
 *
 * @param document the document with its list empty, and no other empty list behind it; asked for when the list
 * begins and again when it ends
 */
export function growingList(document: () => object): GrowingList {
  /** A line end and what the items are indented by, once there is one. */
  let line: string | undefined
  const aroundList = (): readonly [before: string, after: string] => {
    const text = inertJson(document())
    const at = text.lastIndexOf('[]') + 1
    return [text.slice(0, at), text.slice(at)]
  }
  return {
    add(item) {
      let before = ','
      if (line === undefined) {
        before = aroundList()[0]
        const indent = /^ */.exec(before.slice(before.lastIndexOf('\n') + 1))![0]
        line = `\n${indent}  `
      }
      return before + line + inertJson(item).trimEnd().replaceAll('\n', line)
    },
    end() {
      const [before, after] = aroundList()
      return line === undefined ? before + after : line.slice(0, -2) + after
    },
  }
}
