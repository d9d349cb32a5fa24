import { isKnownLanguage } from '../language/tag.ts'
import type { Expression, Filter, Filtered, Template, Variable } from '../syntax/tree.ts'
import { walk } from '../syntax/walk.ts'

/** What a value is of a tag: its subtags as a list, or one of them behind the first. */
type Part = 'subtags' | 'later'

/** Tells whether a value is a later part of a tag: its region or script, as `split: '-' | last` cuts it out. */
export function laterParts(template: Template): (value: Expression | Filtered) => boolean {
  const names = new Map<string, Part>()
  // Twice, so that a name may be cut before the place where it is assigned.
  for (let round = 0; round < 2; round++)
    walk(template.nodes, (node) => {
      if (node.type !== 'assign' || node.value === undefined) return
      const part = partOf(node.value, names)
      if (part !== undefined) names.set(node.name, part)
    })
  return (value) => partOf(value, names) === 'later'
}

/** Whether a literal names a region or script of one of the languages: `'tw'` beside `'zh'`, `'latn'` beside `'sr'`. */
export const isPartOf = (literal: string, languages: readonly string[]): boolean => {
  const subtag = literal.replace(/^[-_#]+/, '')
  // https://www.rfc-editor.org/rfc/rfc5646#section-2.1
  if (!/^(?:[a-z]{4}|[a-z]{2}|\d{3})$/i.test(subtag)) return false
  return languages.some((language) => isKnownLanguage(`${language.split(/[-_]/, 1)[0]}-${subtag}`))
}

const partOf = (
  value: Expression | Filtered,
  names: ReadonlyMap<string, Part>,
): Part | undefined => {
  if ('filters' in value) return value.filters.reduce(cut, partOf(value.expression, names))
  return value.type === 'variable' ? partAt(value, names) : undefined
}

function partAt({ path }: Variable, names: ReadonlyMap<string, Part>): Part | undefined {
  const part = names.get(String(path[0]))
  const [, step] = path
  if (step === undefined || part !== 'subtags') return part
  const at = typeof step === 'string' ? step : step.type === 'literal' ? step.value : undefined
  return at === 'first' || at === 0 ? undefined : 'later'
}

function cut(part: Part | undefined, { name, args }: Filter): Part | undefined {
  const [first] = args.map(({ value }) => (value.type === 'literal' ? value.value : undefined))
  if (name === 'split' && (first === '-' || first === '_')) return 'subtags'
  if (part !== 'subtags') return part
  if (name === 'last') return 'later'
  return name === 'first' ? undefined : part
}
