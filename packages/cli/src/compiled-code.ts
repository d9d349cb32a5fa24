import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, getCompileCacheDir } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'

/**
 * Keeps what V8 compiles for the next start: of every chunk of the published command that is loaded from now
 * on, with all functions that are called until the process ends. Node's own cache keeps a module as it is
 * before it runs, so that each start compiles most functions again, which takes longer than to lint a template.
 *
 * The code lies in the folder of Node's own cache, so that the same variables move it or switch it off:
 * https://nodejs.org/api/module.html#module-compile-cache
 */
export function keepCompiledCode(): void {
  // Node 22.0 has neither.
  enableCompileCache?.()
  const folder = getCompileCacheDir?.()
  if (folder === undefined) return
  const compiled = new Map<string, Script>()
  createRequire(import.meta.url).extensions['.cjs'] = (module, filename) => {
    // The name of a chunk holds a hash of its content.
    const kept = join(folder, basename(filename))
    const cachedData = ownFile(kept)
    const script = new Script(wrapped(filename), { filename, ...(cachedData && { cachedData }) })
    if (script.cachedDataRejected !== false) compiled.set(kept, script)
    const { exports } = module
    const require = module.require.bind(module)
    script.runInThisContext()(exports, require, module, filename, dirname(filename))
  }
  process.once('exit', (code) => {
    // Who cannot even begin calls few functions.
    if (code < 2) for (const [kept, script] of compiled) save(kept, script.createCachedData())
  })
}

/** As Node wraps CommonJS modules, lines kept. */
const wrapped = (filename: string): string =>
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`

/** The folder may be open to others: what they put there is not run. */
function ownFile(path: string): Buffer | undefined {
  try {
    const mine = process.getuid === undefined || statSync(path).uid === process.getuid()
    return mine ? readFileSync(path) : undefined
  } catch {
    return undefined // There is none yet.
  }
}

function save(path: string, data: Buffer): void {
  try {
    const unfinished = `${path}.${process.pid}`
    writeFileSync(unfinished, data, { mode: 0o600 })
    renameSync(unfinished, path)
  } catch {
    // Then the next start takes a little longer.
  }
}
