import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Analysis, openSource, openTemplate, profileNamed } from '../../src/index.ts'
import { shapes } from './shapes.ts'

const root = fileURLToPath(new URL('../../../../fixtures/', import.meta.url))

interface Undecided {
  readonly name: string
  readonly property: string
  readonly reason: string
}

/** What is left open; a template that the engine rejects is decided. */
const openIn = (name: string, analysis: Analysis | undefined): readonly Undecided[] =>
  (analysis?.properties ?? [])
    .filter(({ status }) => status === 'unproved')
    .map(({ name: property, reason = '' }) => ({ name, property, reason }))

/** Of a hundred templates at least so many must be decided, whatever is asked of them. */
const least = 95

function report(kind: string, all: readonly (readonly Undecided[])[]): void {
  const open = all.filter((one) => one.length > 0)
  const share = (100 * (all.length - open.length)) / all.length
  console.log(
    [
      `${kind}: ${all.length - open.length} of ${all.length} decided (${share.toFixed(1)}%)`,
      ...open.map(([first]) => `  open: ${first!.name}: ${first!.property}: ${first!.reason}`),
    ].join('\n'),
  )
  expect(share).toBeGreaterThanOrEqual(least)
}

describe('what real messages look like', () => {
  test('is decided', async () => {
    const all: (readonly Undecided[])[] = []
    for (const [profile, templates] of Object.entries(shapes))
      for (const [name, template] of Object.entries(templates)) {
        const source = (await openSource('otp.liquid', template))!
        const opened = openTemplate(source.templates[0]!, { profile: profileNamed(profile)! })
        all.push(openIn(`${profile}: ${name}`, opened.analysis()))
      }
    report('shapes', all)
  })

  test('and so are the example messages', async () => {
    const all: (readonly Undecided[])[] = []
    for (const path of globSync('**/*.{liquid,json,yaml,tf}', { cwd: root })) {
      const source = await openSource(path, readFileSync(`${root}${path}`, 'utf8'))
      for (const embedded of source?.templates ?? [])
        all.push(openIn(`${path} ${embedded.name}`.trim(), openTemplate(embedded).analysis()))
    }
    expect(all.length).toBeGreaterThan(80)
    report('fixtures', all)
  })
})
