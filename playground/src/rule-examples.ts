import type { DomainName } from '@codeword/core'
import { pastedConnection } from './connection/pasted-connection.ts'
import type { Workspace } from './workspace.ts'

const pages = import.meta.glob<string>('../../docs/rules/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const nameOf = (path: string): string => /([\w-]+)\.md$/.exec(path)![1]!

/** The rules that have a page, and so an example. */
export const ruleNames: readonly string[] = Object.keys(pages).map(nameOf)

/**
 * The first bad example of a rule's page.
 * @param hash the fragment of an address: `#rule=empty-message`
 * @returns undefined where it names no rule
 */
export function ruleExample(hash: string): Omit<Workspace, 'before'> | undefined {
  const rule = /^#rule=([\w-]+)$/.exec(hash)?.[1]
  const page = Object.entries(pages).find(([path]) => nameOf(path) === rule)?.[1]
  const bad = page?.slice(page.indexOf('\n## Bad\n'))
  const [, language, info, text] = /\n```(liquid|json)(.*)\n([\s\S]*?)\n```/.exec(bad ?? '') ?? []
  if (text === undefined) return undefined
  const segments = /segments=(\d+)/.exec(info!)?.[1]
  const domain: DomainName = 'header'
  const settings = { domain, ...(segments !== undefined && { segments: Number(segments) }) }
  if (language === 'liquid') return { template: text, settings }
  const pasted = pastedConnection(text)
  return pasted.ok
    ? { template: pasted.template, settings, connection: pasted.connection }
    : undefined
}
