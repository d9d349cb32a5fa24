import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutants } from './mutants.list.ts'

// Plants one semantic fault at a time in a copy of the prover and runs everything that guards it:
//   npm run mutants [part of a name]
// Every mutant must be killed; prints the survivors and ends with 1 if there are any.

const core = join(import.meta.dirname, '../packages/core')
const wanted = process.argv[2] ?? ''
const chosen = mutants.filter(({ name }) => name.includes(wanted))
const started = performance.now()
const survivors: string[] = []
const queue = [...chosen.entries()]

async function plant({ file, from, to }: Mutant, folder: string): Promise<void> {
  const path = join(folder, 'src/decide', file)
  const source = await readFile(path, 'utf8')
  if (source.split(from).length !== 2)
    throw new Error(`${file}: "${from}" stands there ${source.split(from).length - 1} times`)
  await writeFile(
    path,
    source.replace(from, () => to),
  )
}

/** A copy beside the source, so that packages resolve from it. */
async function copy(): Promise<string> {
  const folder = await mkdtemp(join(core, '.mutant-'))
  await cp(join(core, 'src'), join(folder, 'src'), { recursive: true })
  await cp(join(core, 'test/decide'), join(folder, 'test/decide'), { recursive: true })
  return folder
}

const run = (
  folder: string,
  first = '',
): Promise<{ readonly killed: boolean; readonly by: string }> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--conditions=@codeword/source', join(folder, 'test/decide/mutant-check.ts'), first],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    // A fault that makes the prover hang is found, too.
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ killed: code !== 0, by: output.trim().split('\n')[0] ?? '' })
    })
  })

async function worker(): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [, mutant] = next
    const folder = await copy()
    await plant(mutant, folder)
    const since = performance.now()
    const { killed, by } = await run(folder, mutant.file.split('/')[0])
    if (!killed) survivors.push(mutant.name)
    const seconds = ((performance.now() - since) / 1000).toFixed(1)
    console.log(
      `${killed ? 'killed  ' : 'SURVIVED'} ${seconds} s  ${mutant.name}  ${killed ? by.slice(0, 90) : ''}`,
    )
    await rm(folder, { recursive: true, force: true })
  }
}

const sound = await copy()
const control = await run(sound)
await rm(sound, { recursive: true, force: true })
if (control.killed) throw new Error(`Without any fault: ${control.by}`)

await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, worker))
console.log(
  `${chosen.length - survivors.length} of ${chosen.length} mutants killed in ${((performance.now() - started) / 1000).toFixed(0)} s`,
)
if (survivors.length > 0) process.exitCode = 1
