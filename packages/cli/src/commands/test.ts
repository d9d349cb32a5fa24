import { type Command, defineCommand } from '../command.ts'
import { type ExitCode, Failure, found, ok } from '../failure.ts'
import { namesLine, testFilters } from '../fixtures/test-filters.ts'
import { installed } from '../installed.ts'

/** Loads Vitest and the plugin for it; only this command needs them, and who does not test may leave them out. */
export type LoadVitest = () => Promise<
  [typeof import('@codeword/vitest'), typeof import('vitest/node')]
>

export const testWith = (loadVitest: LoadVitest): Command =>
  defineCommand({
    usage: 'codeword test [FILTER…] [options] [-- VITEST OPTIONS]',
    about: `Runs the fixtures (*.codeword.yaml, .yml, .json) below this folder, those
with a filter in their path, or those of a template, as tests of Vitest. What
each customer gets must be what the fixture expects and what is recorded in
*.codeword.snap.md. Reads no configuration of Vitest. Ends with 1 if a test
fails, with 2 if there is none or it cannot run.`,
    examples: [
      'codeword test',
      'codeword test -u',
      'codeword test otp.liquid --watch',
      'codeword test --coverage -- --reporter=junit --outputFile=junit.xml',
    ],
    options: {
      update: { short: 'u', summary: 'record what is new or changed, drop what is gone' },
      watch: { summary: 'run again what changes, until it is interrupted' },
      coverage: { summary: 'tell which lines and branches of templates are reached' },
    },
    async run({ positionals, rest, values: { update, watch, coverage } }, host) {
      const named = positionals.slice(0, positionals.length - rest.length)
      const filters = await testFilters(named, host.cwd)
      const [{ codeword }, { createCLI, startVitest }] = await installed(loadVitest, withoutVitest)
      const flags = [...(update ? ['--update'] : []), ...(coverage ? ['--coverage'] : []), ...rest]
      const cli = createCLI()
      const argv = ['node', 'vitest', watch ? 'watch' : 'run', ...filters, ...flags]
      const vitest = await started(() => {
        const { args, options } = cli.parse(argv, { run: false })
        cli.matchedCommand?.checkUnknownOptions()
        return startVitest(
          'test',
          [...args],
          { ...options, watch, root: host.cwd, config: false },
          {
            plugins: [codeword()],
            test: {
              // Nothing but fixtures.
              include: [],
              // Nothing but snapshots is left in the folder.
              cache: false,
              // What a failing test leaves open is what people want to see reached.
              isolate: false,
              coverage: { reportOnFailure: true },
              includeTaskLocation: filters.some(namesLine),
            },
          },
        )
      })
      if (vitest.shouldKeepServer()) await new Promise<void>((resolve) => vitest.onClose(resolve))
      return outcome()
    },
  })

const withoutVitest =
  'test needs Vitest, which was left out: npm install --include=optional codeword brings it'

/** @throws Failure where Vitest does not take its options */
async function started<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    const [reason] = (error as Error).message.split('\n', 1)
    throw new Failure(
      `test: Vitest says: ${reason}; npx vitest --help lists what it takes after --`,
    )
  }
}

/** Vitest tells by the exit code of the process how a run ended: tests, thresholds and all. */
const outcome = (): ExitCode =>
  process.exitCode === undefined || process.exitCode === 0 ? ok : found
