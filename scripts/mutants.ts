import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutants } from './mutants/list.ts'
import { variable } from './mutants/plant.ts'

// Plants one semantic fault at a time and runs what guards it, each in a process of its own:
//   npm run mutants [part of a name]
// Every mutant must be killed; prints the survivors and ends with 1 if there are any.

const root = join(import.meta.dirname, '..')
const compiled = await mkdtemp(join(tmpdir(), 'codeword-mutants-'))

interface Outcome {
  readonly killed: boolean
  readonly by: string
}

/** @param limit seconds after which a fault counts as found, because it makes the work hang */
const run = (limit: number, { name, file }: Pick<Mutant, 'name' | 'file'>): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const args = [
      '--conditions=@codeword/source',
      `--import=${new URL('mutants/node.ts', import.meta.url)}`,
      join(root, 'packages/core/test/mutant-check.ts'),
      file,
    ]
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled, [variable]: name }
    const options = { cwd: root, env, timeout: 1000 * limit, killSignal: 'SIGKILL' } as const
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const fault = /^fault: (.*)/m.exec(stdout)?.[1]
      if (fault !== undefined) resolve({ killed: true, by: fault })
      else if (/^sound$/m.test(stdout)) resolve({ killed: false, by: '' })
      else if (error?.killed) resolve({ killed: true, by: `takes more than ${limit} s` })
      // A module that does not even load says nothing about those who guard it.
      else reject(new Error(`mutant '${name}' does not run: ${stderr.trim() || error?.message}`))
    })
  })

async function worker(queue: Mutant[], limit: number): Promise<readonly Mutant[]> {
  const survivors: Mutant[] = []
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const since = performance.now()
    const { killed, by } = await run(limit, mutant)
    if (!killed) survivors.push(mutant)
    const word = killed ? 'killed  ' : 'SURVIVED'
    console.log(`${word} ${secondsFrom(since).padStart(4)} s  ${mutant.name}  ${by.slice(0, 90)}`)
  }
  return survivors
}

const secondsFrom = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)

async function main(): Promise<void> {
  const started = performance.now()
  const chosen = mutants.filter(({ name }) => name.includes(process.argv[2] ?? ''))
  const { killed: isFaulty, by } = await run(300, { name: '', file: '' })
  if (isFaulty) throw new Error(`Without any fault: ${by}`)
  const limit = Math.max(30, Math.ceil((4 * (performance.now() - started)) / 1000))
  console.log(`none of them without any fault, in ${secondsFrom(started)} s`)

  const queue = [...chosen]
  const workers = Array.from({ length: availableParallelism() }, () => worker(queue, limit))
  const survivors = (await Promise.all(workers)).flat()
  const killed = chosen.length - survivors.length
  console.log(`${killed} of ${chosen.length} mutants killed in ${secondsFrom(started)} s`)
  if (survivors.length > 0) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(compiled, { recursive: true, force: true })
}
