import { distance } from 'fastest-levenshtein'

/** What may stand between a block's tags, and whether LiquidJS wants `else` and the end tag bare. */
interface BlockRules {
  readonly branches: readonly string[]
  readonly bare: boolean
}

/** The blocks that hold nodes. */
export type BlockName = 'if' | 'unless' | 'case' | 'for' | 'tablerow' | 'capture' | 'block'

/** After LiquidJS's classes in its `src/tags`. */
export const blocks: Readonly<Record<BlockName, BlockRules>> = {
  if: { branches: ['elsif', 'else'], bare: true },
  unless: { branches: ['elsif', 'else'], bare: false },
  case: { branches: ['when', 'else'], bare: false },
  for: { branches: ['else'], bare: true },
  tablerow: { branches: [], bare: false },
  capture: { branches: [], bare: false },
  block: { branches: [], bare: false },
}

export const isBlock = (name: string): name is BlockName => Object.hasOwn(blocks, name)

const blockNames = Object.keys(blocks) as BlockName[]
const verbatimNames = ['comment', 'raw']
const branchNames: ReadonlySet<string> = new Set(['elsif', 'else', 'when'])
const endNames: ReadonlySet<string> = new Set(
  [...blockNames, ...verbatimNames].map((name) => `end${name}`),
)

export const isBranch = (name: string): boolean => branchNames.has(name)
export const isEnd = (name: string): boolean => endNames.has(name)

/** The tags that hold nothing. */
export const simpleTags: ReadonlySet<string> = new Set([
  ...['assign', 'break', 'continue', 'cycle', 'decrement', 'echo', 'include', 'increment'],
  ...['layout', 'render', '#'],
])

/** What other languages call these tags. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['elseif', 'elsif'],
  ['else-if', 'elsif'],
  ['else_if', 'elsif'],
  ['elif', 'elsif'],
  ['fi', 'endif'],
  ['esac', 'endcase'],
])

const structural = [...blockNames, ...verbatimNames, ...branchNames, ...endNames]
const sorted = (text: string): string => [...text].sort().join('')

/** One letter wrong, or two swapped. */
const isMisspelling = (name: string, of: string): boolean => {
  if (Math.abs(name.length - of.length) > 1) return false
  const edits = distance(name, of)
  return edits <= 1 || (edits === 2 && sorted(name) === sorted(of))
}

/**
 * The block, branch or end tag that an unknown name stands for, so that one misspelling is one
 * fault: `iff` opens an `if`, `elseif` is an `elsif`, `endfi` an `endif`.
 * @returns undefined where no such tag resembles it.
 */
export const meant = (name: string): string | undefined => {
  const lower = name.toLowerCase()
  return foreign.get(lower) ?? structural.find((known) => isMisspelling(lower, known))
}
