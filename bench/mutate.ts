import { readFileSync } from 'node:fs'
import {
  countsOf,
  type EmbeddedTemplate,
  type Mutation,
  type MutationCase,
  mutateTemplate,
  openTemplate,
} from '../packages/core/src/index.ts'
import { realValues } from '../packages/core/src/language/real-values.ts'
import { measure, nodeStart } from './measure.ts'

// The mutants of a template in five languages, in CPU milliseconds: with cases that kill all of them, with cases
// that leave some to the prover, and without any, all of them left to it. Cold is the first call of the process.
//   node --conditions=@codeword/source bench/mutate.ts

const text = readFileSync(new URL('../fixtures/ok/five-languages.liquid', import.meta.url), 'utf8')
const identity = (offset: number): number => offset
const embedded: EmbeddedTemplate = {
  name: '',
  hints: {},
  surroundings: {},
  text,
  toHost: identity,
  fromHost: identity,
  toHostEdit: (edit) => edit,
}
const { question } = openTemplate(embedded)

function mutationWith(cases: readonly MutationCase[]): Mutation {
  const result = mutateTemplate(question, cases)
  if (!result.ok) throw new Error(result.failure.message)
  return result.mutation
}

const start = process.cpuUsage()
const { missing } = mutationWith([])
const { user, system } = process.cpuUsage(start)
const cold = (user + system) / 1000

const killing = missing.map((one, i): MutationCase => ({ name: `killing ${i}`, value: one.value }))
const real = realValues.map(({ value }, i): MutationCase => ({ name: `real ${i}`, value }))
const sets: Readonly<Record<string, readonly MutationCase[]>> = {
  'no case': [],
  'real values': real.slice(0, 40),
  'all killed': [...real.slice(0, 40), ...killing],
}
const unit = nodeStart()
const measured = measure(
  Object.fromEntries(
    Object.entries(sets).map(([name, cases]) => [name, () => mutationWith(cases)]),
  ),
)
for (const { name, cpu } of measured) {
  const { killed, survived, equivalent, open } = countsOf(mutationWith(sets[name]!))
  console.log(
    `${name.padEnd(12)} ${String(sets[name]!.length).padStart(3)} cases  ${cpu.toFixed(1).padStart(7)} ms  ${(cpu / unit).toFixed(2)} starts of Node  ${killed} killed, ${survived} survive, ${equivalent} equivalent, ${open} open`,
  )
}
console.log(`cold, no case ${cold.toFixed(0)} ms`)
if (measured.some(({ cpu }) => cpu > 500) || cold > 1000) process.exitCode = 1
