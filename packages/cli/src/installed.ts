import { Failure } from './failure.ts'

/**
 * Loads what is installed beside the command, not bundled with it.
 * @param missing what to say where it is not there
 * @throws Failure that says so
 */
export async function installed<T>(load: () => Promise<T>, missing: string): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Failure(missing)
  }
}

/** What to say where a package of ours is missing. */
export const needs = (command: string, name: string): string =>
  `${command} needs ${name}: npm install --save-dev ${name}`
