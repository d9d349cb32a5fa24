/**
 * Runs every benchmark of `bench/`, one after the other. They import what they measure from `src`, as the tests
 * do; only `startup.ts` starts the built command line, since bundling is a part of what it measures.
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const benchmarks = globSync('bench/*.ts', {
  cwd: root,
  exclude: ['bench/measure.ts', 'bench/templates.ts'],
}).sort()
const missed = benchmarks.filter((file) => {
  console.log(`\n# ${file}`)
  return spawnSync(process.execPath, [file], { cwd: root, stdio: 'inherit' }).status !== 0
})
if (missed.length > 0) console.error(`\nmissed a target or broke: ${missed.join(', ')}`)
process.exitCode = missed.length > 0 ? 1 : 0
