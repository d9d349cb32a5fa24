import type { Finding } from '../../lint/diagnostic.ts'
import type { Arm, Case, Expression, Node } from '../../syntax/tree.ts'
import { armsOf } from '../../syntax/walk.ts'
import { spanOf, textOf } from '../../text/span.ts'

/**
 * Branches behind an `else`. LiquidJS 10.30 ignores them or renders them as a part of that `else`
 * (in `if` they are a syntax error); versions before 10.15 render both texts.
 */
export function divergentElse(node: Node): readonly Finding[] {
  const arms = armsOf(node)
  const first = arms.findIndex(({ kind }) => kind === 'else')
  if (first === -1) return []
  const dead = node.type === 'if' ? [] : arms.slice(first + 1).map(({ tag }) => tag)
  const merged = arms[first]!.body.flatMap((child) =>
    child.type === 'tag' && /^(?:when|else)$/.test(child.tag.name) ? [child.tag] : [],
  )
  return [
    ...dead.map(({ start, end, name }) => ({
      start,
      end,
      message: `\`${name}\` after \`else\`: no customer gets this text, and on other versions of LiquidJS some get it together with that of \`else\`. Put it before \`else\``,
    })),
    ...merged.map(({ start, end, name }) => ({
      start,
      end,
      message: `\`${name}\` after \`else\`: customers get this text together with that of \`else\`, on other versions of LiquidJS instead of it. Put it before \`else\``,
      causes: [arms[first]!],
    })),
  ]
}

/** The same value in two `when`s: LiquidJS renders both since 10.2, the first before. */
export function divergentCase(source: string, { arms }: Case): readonly Finding[] {
  const findings: Finding[] = []
  const seen = new Map<string, Arm>()
  for (const arm of arms) {
    for (const value of arm.values) {
      const key = keyOf(value)
      if (key === undefined) continue
      const first = seen.get(key)
      if (first === undefined) seen.set(key, arm)
      else if (first !== arm)
        findings.push({
          start: value.start,
          end: value.end,
          message: `${textOf(source, value)} stands in an earlier \`when\` too: its customers get both texts, on LiquidJS before 10.2 only the first`,
          causes: [spanOf(first.start, arm.end)],
        })
    }
  }
  return findings
}

const keyOf = (value: Expression): string | undefined =>
  value.type === 'literal' ? JSON.stringify([value.keyword, value.value]) : undefined
