import { parseArgs } from 'node:util'
import { Failure } from './failure.ts'

/** One option of a command. Without `value` it takes none. */
export interface Option {
  /** How help names the value: `N`, `FILE`. */
  readonly value?: string
  /** The value may be left out, hence stands behind an equals sign: `--changed`, `--changed=main`. */
  readonly optional?: true
  /** The only values there are. */
  readonly choices?: readonly string[]
  readonly multiple?: true
  /** One letter: `-h`. */
  readonly short?: string
  readonly summary: string
}

export type Options = Readonly<Record<string, Option>>

/** What was given for each option; values stay strings, and `true` is one that was left out. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends { readonly value: string }
    ? O[Name] extends { readonly multiple: true }
      ? readonly string[]
      : O[Name] extends { readonly optional: true }
        ? string | true | undefined
        : string | undefined
    : boolean
}

export interface Arguments<O extends Options> {
  readonly values: Values<O>
  readonly positionals: readonly string[]
  /** Those of them that stand behind `--`. */
  readonly rest: readonly string[]
  /** The options with a value, in the order in which they stand. */
  readonly given: readonly { readonly name: keyof O & string; readonly value: string }[]
}

/**
 * Reads the arguments of a command by its table of options.
 *
 * `parseArgs` is not strict here, for its own messages neither name the nearest option nor the choices.
 *
 * @throws Failure for an unknown option, a missing or superfluous value, or a repeated option
 */
export async function parse<O extends Options>(
  args: readonly string[],
  options: O,
): Promise<Arguments<O>> {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value, optional, short }]) => [
        name,
        {
          type: value === undefined || optional ? 'boolean' : 'string',
          ...(short && { short }),
        } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = empty(options)
  const given: { name: string; value: string }[] = []
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) throw await unknownOption(token.rawName, options)
    if (option.value === undefined) {
      if (token.value !== undefined) throw new Failure(`${token.rawName} takes no value`)
      values[token.name] = true
      continue
    }
    if (option.optional && token.value === undefined) {
      add(values, token.name, true, option)
      continue
    }
    const value = givenValue(token, option)
    if (option.choices?.includes(value) === false) {
      throw new Failure(await unknownChoice(token.rawName, value, option.choices))
    }
    add(values, token.name, value, option)
    given.push({ name: token.name, value })
  }
  const end = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? args.length
  return { values, positionals, rest: args.slice(end + 1), given } as unknown as Arguments<O>
}

type Collected = Record<string, boolean | string | string[] | undefined>

const empty = (options: Options): Collected =>
  Object.fromEntries(
    Object.entries(options).map(([name, { value, multiple }]) => [
      name,
      value === undefined ? false : multiple ? [] : undefined,
    ]),
  )

function add(values: Collected, name: string, value: string | true, { multiple }: Option): void {
  const before = values[name]
  if (Array.isArray(before)) before.push(String(value))
  else if (before === undefined) values[name] = value
  else if (!multiple) throw new Failure(`--${name} is given twice: give it once`)
}

interface OptionToken {
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

/** `--language --json` is a forgotten value; who means it writes `--language=--json`. */
function givenValue({ rawName, value, inlineValue }: OptionToken, option: Option): string {
  if (value === undefined || (!inlineValue && /^-./.test(value))) {
    throw new Failure(`${rawName} needs a value: ${rawName} ${option.value}`)
  }
  if (value === '' && option.optional) {
    throw new Failure(`${rawName}= needs a value: ${rawName}=${option.value}`)
  }
  return value
}

async function unknownOption(name: string, options: Options): Promise<Failure> {
  if (name === '--version') return new Failure('--version stands alone: codeword --version')
  const { nearest } = await import('@codeword/core')
  const near = nearest(
    name,
    [...Object.keys(options), 'version'].map((option) => `--${option}`),
  )
  return new Failure(
    `unknown option ${name}${near === undefined ? ': --help lists the options' : `; did you mean ${near}?`}`,
  )
}

async function unknownChoice(
  option: string,
  value: string,
  choices: readonly string[],
): Promise<string> {
  return `${option}: ${await unknown(value, choices)}`
}

/** `unknown 'jso'; did you mean json?`, else the names that there are. */
export async function unknown(name: string, names: readonly string[]): Promise<string> {
  const { nearest } = await import('@codeword/core')
  const near = nearest(name, names)
  return near === undefined
    ? `there is no '${name}', only ${names.join(', ')}`
    : `there is no '${name}'; did you mean ${near}?`
}
