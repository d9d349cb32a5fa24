import { type Fixture, Lines, type PropertyName } from '@codeword/core'
import { templateModuleOf } from './files.ts'
import { lineMap, type Mapping, type SourceMap } from './source-map.ts'

/** JavaScript that stands in for a file, as Vite takes it. */
export interface Module {
  readonly code: string
  readonly map: SourceMap | { readonly mappings: '' }
  readonly moduleType: 'js'
}

/** A fixture as it goes to the worker that runs its tests, which needs no more of the text. */
export type SentFixture = Omit<Fixture, 'text'>

/** The module of a file that holds a template: its path and text. */
export const templateModule = (path: string, text: string): Module => ({
  code: `export default ${JSON.stringify({ path, text })}`,
  map: { mappings: '' },
  moduleType: 'js',
})

/** The module of a snapshot file that belongs to no fixture: one test, which says so. */
export const orphanModule = (path: string): Module => ({
  code: `import { expect, test } from 'vitest'
import { orphan } from '@codeword/vitest/runtime'
test('belongs to a fixture', () => orphan(${JSON.stringify(path)}, expect))`,
  map: { mappings: '' },
  moduleType: 'js',
})

/**
 * The module of a fixture: one test for each case and each property that it asks for. A line of code stands for one
 * place in the fixture, so that Vitest finds it there. The test functions are local, for Vite rewrites every use of
 * an imported name.
 *
 * @param id of the module: the path of the fixture
 */
export function fixtureModule(fixture: Fixture, id: string): Module {
  const { text, ...rest } = fixture
  const lines = new Lines(text)
  const places: Mapping[] = []
  const code: string[] = []
  const add = (line: string, offset: number): void => {
    const position = lines.position(offset)
    places.push({ generated: code.length, line: position.line - 1, column: position.column - 1 })
    code.push(line)
  }
  code.push(
    `import { afterAll, describe as $describe, expect, inject, test as $test } from 'vitest'`,
    `import { openFixture } from '@codeword/vitest/runtime'`,
    `import source from ${JSON.stringify(templateModuleOf(`./${fixture.source.path}`))}`,
    'const [describe, test] = [$describe, $test]',
  )
  const sent = JSON.stringify(JSON.stringify(rest satisfies SentFixture))
  add(
    `const messages = await openFixture(JSON.parse(${sent}), source, expect)`,
    fixture.source.span.start,
  )
  code.push(
    `if (inject('codewordCoverage')) afterAll(({}, file) => messages.reached.leaveWith(file))`,
  )
  const proofs = asked(fixture)
  if (proofs.length > 0) {
    add(`describe('everybody', () => {`, fixture.source.span.start)
    for (const name of proofs)
      add(
        `test('${name}', context => messages.property('${name}', context))`,
        fixture.source.span.start,
      )
    code.push('})')
  }
  fixture.cases.forEach(({ name, span }, i) => {
    add(`test(${JSON.stringify(name)}, () => messages.case(${i}))`, span.start)
  })
  return { code: code.join('\n'), map: lineMap(id, text, places), moduleType: 'js' }
}

/** Every property but the one that only informs. */
const demanded: readonly PropertyName[] = [
  'never-empty',
  'code-always',
  'code-once',
  'all-reachable',
  'within-limits',
  'one-language',
  'right-language',
]

/** The properties that a fixture asks for: all that must hold, once it says for whom. */
function asked({ languages, domain, limits }: Fixture): readonly PropertyName[] {
  if (languages !== undefined || domain !== undefined) return demanded
  return limits?.segments === undefined ? [] : ['within-limits']
}
