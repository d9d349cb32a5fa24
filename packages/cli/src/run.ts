import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CommandEntry, CommandGroup } from './command.ts'
import { commands, defaultCommand } from './commands/index.ts'
import { cannotRun, type ExitCode, Failure, ok, RemoteFailure, remoteFailed } from './failure.ts'
import { commandHelp, groupHelp, mainHelp } from './help.ts'
import { complain, type Host } from './host.ts'
import { parse, unknown } from './options.ts'

/**
 * Runs the command that the arguments ask for.
 *
 * @param argv without the paths of Node and the program
 * @returns the exit code; never throws: whatever goes wrong becomes one line on standard error
 */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await dispatch(argv, host)
  } catch (error) {
    complain(host, lineOf(error))
    return error instanceof RemoteFailure ? remoteFailed : cannotRun
  }
}

async function dispatch(argv: readonly string[], host: Host): Promise<ExitCode> {
  const [first, ...rest] = argv
  if (first === undefined || first === '--help' || first === '-h') {
    host.out(mainHelp())
    return ok
  }
  if (first === '--version') {
    host.out(`${version()}\n`)
    return ok
  }
  const named = commands.get(first)
  if (named === undefined && isWord(first) && !existsSync(resolve(host.cwd, first))) {
    throw new Failure(await unknown(first, [...commands.keys()]))
  }
  if (named === undefined)
    return runCommand(commands.get(defaultCommand) as CommandEntry, argv, host)
  return 'actions' in named ? runAction(first, named, rest, host) : runCommand(named, rest, host)
}

async function runAction(
  name: string,
  group: CommandGroup,
  [action, ...rest]: readonly string[],
  host: Host,
): Promise<ExitCode> {
  if (action === undefined || action === '--help' || action === '-h') {
    host.out(groupHelp(name, group))
    return ok
  }
  const entry = group.actions.get(action)
  if (entry !== undefined) return runCommand(entry, rest, host)
  throw new Failure(`${name}: ${await unknown(action, [...group.actions.keys()])}`)
}

async function runCommand(
  { load }: CommandEntry,
  args: readonly string[],
  host: Host,
): Promise<ExitCode> {
  const command = await load()
  const options = { ...command.options, help: { short: 'h', summary: 'show this help' } }
  const parsed = await parse(args, options)
  if (!parsed.values.help) return await command.run(parsed, host)
  host.out(commandHelp({ ...command, options }))
  return ok
}

/** A misspelt command rather than a file: `lnt`. */
const isWord = (argument: string): boolean => /^[a-z]+$/.test(argument)

function version(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(file) as { readonly version: string }).version
}

function lineOf(error: unknown): string {
  if (error instanceof Failure || error instanceof RemoteFailure) return error.message
  const message = error instanceof Error ? error.message : String(error)
  return `internal error: ${message.split('\n', 1)[0]}. Please report it with what led to it`
}
