import { createRequire } from 'node:module'
import { basename, dirname, extname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTextFile } from '@codeword/core/node'
import { configDefaults, type Plugin } from 'vitest/config'
import { coverTemplates } from './coverage/reporter.ts'
import { fixturePattern, isFixturePath, isSnapshotPath, templateFileOf } from './files.ts'
import { orphanedSnapshots, rivalOf } from './snapshot-files.ts'
import { keepFromJsonPlugin } from './vite-json.ts'

/** A module beside this one, with the same ending: sources have another one than what is built from them. */
const here = (name: string): string =>
  fileURLToPath(new URL(`./${name}${extname(import.meta.url)}`, import.meta.url))

/** What generated modules import, whatever can be found from the folder of the fixture. */
const provided: Readonly<Record<string, string>> = {
  '@codeword/vitest/runtime': here('runtime'),
  '@codeword/core': fileURLToPath(import.meta.resolve('@codeword/core')),
  '@codeword/core/node': fileURLToPath(import.meta.resolve('@codeword/core/node')),
}

const { version } = createRequire(import.meta.url)('../package.json') as {
  readonly version: string
}

/** What modules are made with: this version, and what it imports from where. */
const maker = [version, ...Object.values(provided)].join()

export interface Options {
  /**
   * Files below the root that the coverage report shows even if no fixture speaks of them, as globs (default: every
   * `.liquid` file).
   */
  readonly templates?: readonly string[]
}

/**
 * The Vite plugin that makes every `*.codeword.yaml|yml|json` a test file of Vitest, with its snapshots in a
 * Markdown file beside it.
 */
export function codeword({ templates = ['**/*.liquid'] }: Options = {}): Plugin {
  return {
    name: 'codeword',
    enforce: 'pre',
    config: ({ root = process.cwd(), test }) => ({
      test: {
        // Merged with what is configured, it must not take the place of what Vitest looks for by itself.
        include: [
          ...(test?.include === undefined ? configDefaults.include : []),
          fixturePattern,
          ...orphanedSnapshots(root),
        ],
        snapshotEnvironment: here('snapshot-environment'),
      },
    }),
    configureVitest(context) {
      coverTemplates(context, templates)
      // Vitest keeps modules from run to run, by what they are made of: ours of more than their file.
      const define = context.defineCacheKeyGenerator ?? context.experimental_defineCacheKeyGenerator
      define(({ id }) => `${maker} ${isFixturePath(id) && rivalOf(id)}`)
    },
    configResolved: ({ plugins }) => keepFromJsonPlugin(plugins, isOurs),
    resolveId(source, importer) {
      if (importer === undefined) return undefined
      if (isFixturePath(importer) && source.startsWith('.'))
        return resolve(dirname(importer), source)
      return provided[source]
    },
    load(id) {
      if (!isOurs(id)) return undefined
      const path = templateFileOf(id) ?? id
      const file = readTextFile(path)
      return 'text' in file ? file.text : this.error(`${path}: ${file.problem}`)
    },
    async transform(text, id) {
      if (!isOurs(id)) return undefined
      // Not before: where all modules are kept from the last run, this process needs nothing of core.
      const { fixtureModule, orphanModule, templateModule } = await import('./modules.ts')
      const path = templateFileOf(id)
      if (path !== undefined) return templateModule(path, text)
      if (isSnapshotPath(id)) return orphanModule(id)
      const { Lines, readFixture } = await import('@codeword/core')
      const rival = rivalOf(id)
      if (rival !== undefined)
        return this.error(
          withoutStack(`${basename(rival)} beside it has the same snapshot file: rename one`),
        )
      const result = await readFixture(id, text)
      if (!result.ok) {
        const [{ message, position }, ...more] = result.mistakes
        const rest = more.length === 0 ? '' : ` (and ${more.length} more)`
        return this.error(withoutStack(`${message}${rest}`), position)
      }
      const { source } = result.fixture
      const template = resolve(dirname(id), source.path)
      this.addWatchFile(template)
      const file = readTextFile(template)
      if ('text' in file) return fixtureModule(result.fixture, id)
      return this.error(
        withoutStack(`${source.kind}: ${source.path}: ${file.problem}`),
        new Lines(text).position(source.span.start),
      )
    },
  }
}

/** Whether a module is made from a file by this plugin. */
const isOurs = (id: string): boolean =>
  isFixturePath(id) || isSnapshotPath(id) || templateFileOf(id) !== undefined

/** Who is told of a mistake in a fixture is not helped by the way through Vite. */
const withoutStack = (message: string): Error => Object.assign(new Error(message), { stack: '' })
