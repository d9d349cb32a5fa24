import type { Variables } from '../render/compile.ts'

/** `{ 'user.name': 'Ann' }` as `{ user: { name: 'Ann' } }`. */
export function nested(dotted: Readonly<Record<string, unknown>>): Variables {
  const tree: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(dotted)) {
    const steps = path.split('.')
    const last = steps.pop()!
    let at = tree
    for (const step of steps) {
      at[step] ??= {}
      at = at[step] as Record<string, unknown>
    }
    at[last] = value
  }
  return tree
}
