import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readTextFile } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import { gitignore } from '../files/gitignore.ts'
import { repositoryOf } from '../files/repository.ts'
import type { Host } from '../host.ts'
import { unknown } from '../options.ts'

/** Numbers by the names that people give them; git must not have it. */
const file = 'codeword.recipients.json'

/**
 * The number behind a name: `me` is `CODEWORD_TO_ME` of the environment, else `me` in `codeword.recipients.json`.
 * Only who stands there can be sent to, and no number needs to stand on a command line.
 * @throws Failure where nobody has that name, or git would take the file
 */
export async function recipient(
  name: string,
  { cwd }: Host,
  env: Readonly<Record<string, string | undefined>>,
  isPhoneNumber: (text: string) => boolean,
): Promise<string> {
  if (!/^[a-z][\w-]*$/i.test(name))
    throw new Failure(`--to takes a name, not a number: set CODEWORD_TO_ME and give --to me`)
  const variable = `CODEWORD_TO_${name.toUpperCase().replaceAll('-', '_')}`
  const number = env[variable] ?? (await numbersIn(cwd)).get(name)
  if (number === undefined) {
    const names = [...(await numbersIn(cwd)).keys()]
    const hint = names.length > 0 ? `: ${await unknown(name, names)}` : ''
    throw new Failure(`--to: set ${variable} to the number, or write it into ${file}${hint}`)
  }
  if (isPhoneNumber(number)) return number
  throw new Failure(`--to: what ${name} stands for is no number: write it as +15005550006`)
}

async function numbersIn(cwd: string): Promise<ReadonlyMap<string, string>> {
  const path = join(cwd, file)
  if (!existsSync(path)) return new Map()
  if (repositoryOf(cwd) !== undefined && !gitignore(cwd)(path))
    throw new Failure(`${file} holds phone numbers and git would take it: name it in .gitignore`)
  const read = readTextFile(path)
  if ('problem' in read) throw new Failure(`${file}: ${read.problem}`)
  try {
    const value: unknown = JSON.parse(read.text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return new Map(Object.entries(value).map(([name, number]) => [name, String(number)]))
  } catch {
    // The parser's own words would repeat a number.
  }
  throw new Failure(`${file}: it must be a JSON object: {"me": "+15005550006"}`)
}
