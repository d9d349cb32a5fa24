import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.ts'
import { systemCode } from '../files/system-code.ts'

/**
 * The folder in which live checks keep what they must remember, which git passes over.
 * @throws Failure where it cannot be made
 */
export function ignoredFolder(cwd: string): string {
  const folder = join(cwd, '.codeword')
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.gitignore'), '*\n')
    return folder
  } catch (error) {
    throw new Failure(`.codeword cannot be written (${systemCode(error)})`)
  }
}
