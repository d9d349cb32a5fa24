import { styleText } from 'node:util'
import type { Paint, Style } from '@codeword/core'
import { standardInput } from './input.ts'
import { standardOutput } from './output.ts'
import type { Terminal } from './progress.ts'

/** What a command may touch of the world besides files. */
export interface Host {
  /** Paths on the command line are relative to this folder. */
  readonly cwd: string
  /** @throws Failure where no text can come in */
  readonly stdin: AsyncIterable<Uint8Array>
  /** Writes results: to standard output. */
  readonly out: (text: string) => void
  /** Writes notes and errors: to standard error. */
  readonly note: (text: string) => void
  /** Standard error where it is a terminal, for what is drawn there and erased again. */
  readonly terminal?: Terminal | undefined
  /** Paints results. */
  readonly paint: Paint
  /** Terminal columns for results. */
  readonly width: number
  /** Where a step of GitHub Actions puts what the page of the run shows of it. */
  readonly stepSummary?: string | undefined
}

/**
 * Says what is wrong in one line of standard error; a file name may hold line ends and worse, `##[` among it,
 * which GitHub Actions takes for a command.
 */
export const complain = ({ note }: Host, message: string): void =>
  note(`codeword: ${message.replace(/\p{C}+/gu, ' ').replaceAll('##[', '## [')}\n`)

const looks = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  good: 'green',
  strong: 'bold',
  faint: 'dim',
} as const satisfies Record<Style, Parameters<typeof styleText>[0]>

/** The process itself. Colour needs a terminal that has it and no `NO_COLOR` (https://no-color.org). */
export function processHost(): Host {
  const { write, terminal } = standardOutput()
  const coloured = terminal?.isTTY === true && terminal.hasColors()
  return {
    cwd: calledFrom(process.env) ?? process.cwd(),
    // Only who reads it pays for it.
    get stdin() {
      return standardInput()
    },
    out: write,
    note: (text) => process.stderr.write(text),
    // Only who draws on it pays for it.
    get terminal() {
      return process.stderr.isTTY && process.env.TERM !== 'dumb' ? process.stderr : undefined
    },
    paint: (style, text) =>
      coloured ? styleText(looks[style], text, { validateStream: false }) : text,
    width: Math.min(Math.max(terminal?.columns || 80, 40), 100),
    stepSummary: process.env.GITHUB_STEP_SUMMARY,
  }
}

/**
 * Where `npm run codeword` was called in this repository: npm runs a script in the folder of its package.
 * https://docs.npmjs.com/cli/v11/commands/npm-run-script
 */
const calledFrom = (env: NodeJS.ProcessEnv): string | undefined =>
  env.npm_lifecycle_event === 'codeword' && env.npm_package_name === 'codeword-workspace'
    ? env.INIT_CWD
    : undefined
