import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { Arm, Node } from '../syntax/tree.ts'
import { walk } from '../syntax/walk.ts'
import { Lines } from '../text/lines.ts'

/** Short texts such as `Code: 123456` are the same in many languages. */
const fewestWords = 4

export const sameText: TemplateRule = {
  name: 'same-text',
  group: 'message',
  severity: 'info',
  summary: 'Two languages get the same text: a translation was forgotten, or the arms can be one.',
  on: 'template',
  about: 'liquid',
  check: ({ template }) => {
    const lines = new Lines(template.source)
    const findings: Finding[] = []
    walk(template.nodes, (node: Node) => {
      if (!('arms' in node)) return
      const seen = new Map<string, Arm>()
      for (const arm of node.arms) {
        const text = wordsOf(template.source, arm)
        if (text.split(' ').length < fewestWords) continue
        const twin = seen.get(text)
        // A named language that gets the fallback's text is common and right.
        if (arm.kind === 'else') continue
        if (twin === undefined) seen.set(text, arm)
        else findings.push(finding(arm, lines.position(twin.start).line))
      }
    })
    return findings
  },
}

const finding = (arm: Arm, line: number): Finding => ({
  start: arm.tag.start,
  end: arm.tag.end,
  message: `These customers get the same text as those of line ${line}. Translate it, or let one arm serve both`,
})

const wordsOf = (source: string, arm: Arm): string =>
  source.slice(arm.tag.end, arm.end).replace(/\s+/g, ' ').trim()
