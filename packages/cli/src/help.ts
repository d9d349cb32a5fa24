import type { Command, CommandGroup } from './command.ts'
import { commands } from './commands/index.ts'
import type { Options } from './options.ts'

/** What `codeword` says when it is asked nothing. */
export function mainHelp(): string {
  const names = [...commands].map(([name, { summary }]) => [name, summary] as const)
  return `Codeword proves that everybody who asks for a one-time code gets one,
in their own language.

  codeword otp.liquid                 who reads what, and what is wrong
  codeword lint                       all templates below this folder
  codeword render otp.liquid --language fr-FR
                                      the text that a phone set to French gets

Commands
${table(names)}

codeword COMMAND --help explains a command, --version tells the version.
`
}

/** What a command says that does several things. */
export const groupHelp = (
  name: string,
  { actions }: CommandGroup,
): string => `codeword ${name} ACTION [NAME] [options]

${table([...actions].map(([action, { summary }]) => [action, summary] as const))}

codeword ${name} ACTION --help explains an action.
`

/** What `codeword COMMAND --help` says. */
export function commandHelp({ usage, about, options, examples }: Command): string {
  return `${about}

Usage
  ${usage}

Options
${table(Object.entries(options).map(([name, option]) => [optionText(name, option), option.summary]))}

${examples.length === 1 ? 'Example' : 'Examples'}
${examples.map((example) => `  ${example}`).join('\n')}
`
}

function optionText(name: string, { value, optional, short }: Options[string]): string {
  const shown = value === undefined ? '' : optional ? `[=${value}]` : ` ${value}`
  return `${short === undefined ? '' : `-${short}, `}--${name}${shown}`
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
