import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

/** From the ground up. A folder imports itself and what lies below, never what lies beside or above. */
const layers: readonly (readonly string[])[] = [
  ['text'],
  ['syntax'],
  ['profile'],
  ['render', 'sms', 'language'],
  ['decide'],
  ['lint'],
  ['source'],
  ['rules'],
  ['check'],
  ['fix', 'format'],
  ['config', 'report'],
  ['suppressions'],
  ['fixture'],
  ['coverage', 'mutate', 'catalogue'],
  ['service'],
  ['index.ts'],
]

/** Inside `decide`, from the ground up; files directly in it are shared words below all, or the questions above. */
const deciding = [
  'alphabet',
  'automata',
  'filters',
  'logic',
  'symbolic',
  'domains',
  'demand',
  'solve',
  'compile',
  'search',
  'questions',
  'compare',
]

const src = join(import.meta.dirname, '../src')
const files = globSync('**/*.ts', { cwd: src }).map((file) => file.replaceAll('\\', '/'))

/** Folder or file directly in `src`. */
const partOf = (file: string): string => file.split('/', 1)[0]!
const heightOf = (part: string): number => layers.findIndex((layer) => layer.includes(part))

describe('the folders of core', () => {
  test('are all in the order, and the architecture page states the same order', () => {
    const parts = new Set(files.map(partOf))
    expect([...parts].sort()).toEqual([...layers.flat(), 'node'].sort())
    const order = layers.slice(0, -1).map((layer) => layer.join(', '))
    const page = readFileSync(join(src, '../../../docs/architecture.md'), 'utf8')
    expect(page).toContain(order.join(' ← '))
  })

  test('import only what lies below them', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !mayImport(partOf(file), target))
        .map((target) => `${file} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('of the prover import only what lies below them', () => {
    const folderOf = (file: string): string | undefined => /^decide\/([^/]+)\//.exec(file)?.[1]
    const folders = new Set(files.flatMap((file) => folderOf(file) ?? []))
    expect([...folders].sort()).toEqual([...deciding].sort())
    const wrong = files.flatMap((file) => {
      const folder = folderOf(file)
      if (folder === undefined) return []
      return importsOf(file)
        .filter((target) => deciding.indexOf(folderOf(target) ?? '') > deciding.indexOf(folder))
        .map((target) => `${file} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('ask LiquidJS itself only where it renders, within limits, and where it takes a source apart', () => {
    const tokenizer = ['TokenizationError', 'Tokenizer', 'TypeGuards', 'defaultOptions']
    const wrong = files
      .filter((file) => partOf(file) !== 'render')
      .flatMap((file) =>
        namesFromLiquid(file)
          .filter((name) => partOf(file) !== 'syntax' || !tokenizer.includes(name))
          .map((name) => `${file} imports ${name} of liquidjs`),
      )
    expect(wrong).toEqual([])
    expect(new Set(files.filter((file) => namesFromLiquid(file).length > 0).map(partOf))).toEqual(
      new Set(['render', 'syntax']),
    )
  })

  test.each([
    ['render', 'text/span.ts', true],
    ['render', 'render/run.ts', true],
    ['render', 'sms/segment.ts', false],
    ['render', 'decide/analysis.ts', false],
    ['rules', 'node/index.ts', false],
    ['node', 'text/span.ts', true],
    ['rules', '../../cli/src/run.ts', false],
  ])('%s → %s: %s', (part, target, allowed) => {
    expect(mayImport(part, target)).toBe(allowed)
  })
})

/** Only `node` may need the host, so nothing may need `node`; it lies above all others. */
function mayImport(part: string, target: string): boolean {
  const to = partOf(target)
  if (to === part) return true
  if (heightOf(to) < 0) return false
  return part === 'node' || heightOf(to) < heightOf(part)
}

/** What a file takes from LiquidJS, by its name there; `*` for all of it. */
const namesFromLiquid = (file: string): string[] =>
  sourcesIn(syntaxOf(file))
    .filter(({ source }) => source.value === 'liquidjs')
    .flatMap(({ specifiers = [] }) =>
      specifiers.length === 0
        ? ['*']
        : specifiers.map(({ imported, local }) => (imported ?? local)?.name ?? '*'),
    )

const syntaxOf = (file: string): unknown => {
  const { program, errors } = parseSync(file, readFileSync(join(src, file), 'utf8'))
  expect(errors, file).toEqual([])
  return program
}

/** The files of core that a file imports, types included, as paths from `src`. */
function importsOf(file: string): string[] {
  const base = new URL(file, 'file:///core/src/')
  return sourcesIn(syntaxOf(file))
    .map(({ source }) => source.value)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => new URL(specifier, base).pathname.replace('/core/src/', ''))
}

interface Source {
  readonly source: { readonly value: string }
  readonly specifiers?: readonly {
    readonly imported?: { readonly name: string }
    readonly local?: { readonly name: string }
  }[]
}

/** Every `import`, `export … from`, `import()` and `import('…').Type` in a syntax tree. */
function sourcesIn(node: unknown): Source[] {
  if (typeof node !== 'object' || node === null) return []
  const { source } = node as { readonly source?: { readonly value?: unknown } | null }
  const inner = Object.values(node).flatMap(sourcesIn)
  return typeof source?.value === 'string' ? [node as Source, ...inner] : inner
}
