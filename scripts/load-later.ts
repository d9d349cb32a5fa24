import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Modules of Node that LiquidJS imports for two filters and for streams. Loading them takes a third as long as
 * a start of Node itself.
 */
const builtins: Readonly<Record<string, string>> = {
  crypto: `export const createHash = (...args) => require('node:crypto').createHash(...args)
export const createHmac = (...args) => require('node:crypto').createHmac(...args)`,
  stream: `export function PassThrough() { return new (require('node:stream').PassThrough)() }`,
}

/** Functions of core that few commands and no plain template call: the prover, its automata, comparing. */
const functions = [
  { importer: 'decide/analyse.ts', module: './prove.ts', name: 'prove' },
  { importer: 'src/index.ts', module: './decide/compare/compare.ts', name: 'compareTemplates' },
  ...['search/breaches.ts', 'search/search.ts'].map((importer) => ({
    importer: `decide/${importer}`,
    module: '../domains/value-space.ts',
    name: 'valueSpace',
  })),
  {
    importer: 'decide/outcome-classifier.ts',
    module: './domains/value-space.ts',
    name: 'valueSpace',
  },
]

/** Patterns of LiquidJS for all letters, which take a twentieth of Node's own start to make, and their function. */
const slugs = /(const rSlugifyDefault = [\s\S]*?\n};\r?\n)(function slugify\(.*\r?\n)/

/**
 * Rolldown's CommonJS for an `import()`, around which `requireNow` stands: of another chunk, of a part of one, or
 * of a part of this one.
 */
const imported =
  /requireNow\(Promise\.resolve\(\)\.then\(\(\) => (require\("[^"]+"\)|\w+)\)(?:\.then\(\(n\) => n(\.\w+)\))?\)/g

/**
 * Lets the published command load with the first call what sources import at once: into CommonJS that needs no
 * promise. Whatever is named above and not found fails the build.
 */
export function loadLater(): Plugin {
  const stubs = new Map<string, string>()
  const stub = (path: string, code: string): string => {
    stubs.set(`\0later:${path}`, code)
    return `\0later:${path}`
  }
  return {
    name: 'load-later',
    enforce: 'pre',
    resolveId(id, importer = '') {
      const builtin = Object.hasOwn(builtins, id) ? builtins[id] : undefined
      if (builtin !== undefined) return stub(id, builtin)
      const found = functions.find((each) => each.module === id && importer.endsWith(each.importer))
      if (found === undefined) return undefined
      const path = join(importer, '..', id)
      const call = `requireNow(import(${JSON.stringify(path)})).${found.name}`
      return stub(path, `export const ${found.name} = (...args) => ${call}(...args)`)
    },
    load: (id) => stubs.get(id),
    transform(code, id) {
      if (!id.endsWith('liquid.node.mjs')) return undefined
      if (!slugs.test(code)) throw new Error('LiquidJS makes slugs in a new way')
      return code.replace(slugs, '$2$1')
    },
    renderChunk(code) {
      const required = code.replace(imported, '$1$2')
      if (required.includes('requireNow(')) throw new Error('Rolldown writes import() in a new way')
      return required
    },
    buildEnd(error) {
      if (error !== undefined) return
      const found = new Set(functions.map(({ name }) => name)).size
      const missing = Object.keys(builtins).length + found - stubs.size
      if (missing > 0) throw new Error(`load-later: ${missing} modules are not imported any more`)
    },
  }
}
