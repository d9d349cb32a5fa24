import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { type FileCoverage, fileCoverage, openSource } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'

/** The coverage of files of which nothing was reached; those that hold no template are left out. */
export async function untouched(
  root: string,
  patterns: readonly string[],
  touched: ReadonlySet<string>,
): Promise<readonly FileCoverage[]> {
  const found = globSync([...patterns], { cwd: root, exclude: (name) => name === 'node_modules' })
  const paths = [...new Set(found.map((path) => resolve(root, path)))].sort()
  const coverage: FileCoverage[] = []
  for (const path of paths) {
    if (touched.has(path)) continue
    const read = readTextFile(path)
    const file = 'text' in read ? await openSource(path, read.text) : undefined
    if (file !== undefined && file.templates.length > 0)
      coverage.push(fileCoverage(file, path, () => undefined))
  }
  return coverage
}
