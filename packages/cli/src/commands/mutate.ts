import {
  addCases,
  type MutatedFixture,
  type MutationFormatName,
  mutateFixture,
  mutationFormats,
  newCases,
  percent,
  scoreOf,
  soundCases,
} from '@codeword/core'
import { defineCommand } from '../command.ts'
import { cannotRun, Failure, found, ok } from '../failure.ts'
import { formatOf } from '../format.ts'
import { complain } from '../host.ts'
import { firstFailure } from '../mutate/first-failure.ts'
import { type ReadFixture, readFixtures } from '../mutate/read-fixtures.ts'
import { rejected } from '../open-one-template.ts'

export const mutate = defineCommand({
  usage: 'codeword mutate [FIXTURE…] [options]',
  about: `Plants faults in templates and tells which of them the cases of fixtures do not
notice, each with a case that would. Takes fixtures, folders and globs, else
this folder. Ends with 1 below --min-score, with 2 if it cannot run or a case
fails without any fault.`,
  examples: [
    'codeword mutate',
    'codeword mutate otp.codeword.yaml --write',
    'codeword mutate sms --min-score 90 --json',
  ],
  options: {
    write: { summary: 'add the cases that are missing to the fixtures' },
    'min-score': { value: 'N', summary: 'end with 1 below N per cent, all fixtures together' },
    format: {
      value: 'FORMAT',
      choices: Object.keys(mutationFormats),
      summary: 'text, json or mutation-testing',
    },
    json: { summary: 'the same as --format json' },
  },
  async run({ values, positionals }, host) {
    const least = scoreIn(values['min-score'])
    const write = await mutationFormats[formatOf<MutationFormatName>(values, 'text')]()
    const mutated: MutatedFixture[] = []
    const paths = positionals.length > 0 ? positionals : ['.']
    const isWhole = await readFixtures(paths, host, async (fixture) => {
      const { prepared, source } = fixture
      const failure = prepared.compiled.ok ? firstFailure(fixture) : undefined
      if (failure !== undefined) {
        complain(host, failure)
        return false
      }
      const result = mutateFixture(prepared)
      if (!result.ok) {
        complain(host, rejected(source.path, prepared.opened, result.failure).message)
        return false
      }
      const { mutation } = result
      const cases = newCases(prepared, mutation.missing)
      const sound = soundCases(cases, mutation.missing)
      const written = values.write && sound.length > 0
      const problem = written ? await save(fixture, sound) : undefined
      if (problem !== undefined) complain(host, `${prepared.fixture.path}: ${problem}`)
      mutated.push({
        ...fixture,
        mutation,
        cases,
        written: written && problem === undefined,
      })
      return problem === undefined
    })
    if (mutated.length > 0) host.out(write(mutated, host))
    if (!isWhole) return cannotRun
    const score = scoreOf(mutated.map(({ mutation }) => mutation))
    if (score >= least) return ok
    complain(host, `the score is ${percent(score)}, below --min-score ${least}`)
    return found
  },
})

function scoreIn(text = '0'): number {
  if (/^\d+(?:\.\d+)?$/.test(text) && Number(text) <= 100) return Number(text)
  throw new Failure(`--min-score: '${text}' is no score; use 0 to 100`)
}

/** @returns what went wrong */
async function save(
  { file, prepared: { fixture } }: ReadFixture,
  cases: Parameters<typeof addCases>[1],
): Promise<string | undefined> {
  const text = await addCases(fixture, cases)
  if (text === undefined) return 'cases cannot be added to this layout: write them by hand'
  const { replaceFile } = await import('../files/replace-file.ts')
  return replaceFile(file, fixture.text, text)
}
