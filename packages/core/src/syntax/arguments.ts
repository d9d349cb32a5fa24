import type { Span } from '../text/span.ts'
import { missing, toExpression } from './expression.ts'
import { attempt, problemAt, readFiltered } from './filtered.ts'
import { type Reader, Unreadable } from './reader.ts'
import type { Expression, FilterArgument, Filtered, Markup, SyntaxProblem } from './tree.ts'

/** What the arguments of a tag say, as far as they could be read. */
export interface Arguments {
  /** The condition, the subject, or the value that is assigned or echoed. */
  value?: Filtered
  /** The values of `when`, `cycle` and of the tags that take a file. */
  readonly values: Expression[]
  /** The variable that assign, capture, for and tablerow write. */
  name: string
  nameSpan: Span
  /** What for and tablerow run through. */
  collection?: Expression
  readonly parameters: FilterArgument[]
}

type Read = (reader: Reader, into: Arguments, problems: SyntaxProblem[]) => void

/** Reads one value into `values`. */
const readInto = (reader: Reader, values: Expression[]): boolean => {
  const token = reader.readValue()
  if (token) values.push(toExpression(token))
  return token !== undefined
}

const readName = (reader: Reader, into: Arguments): void => {
  const word = reader.readIdentifier()
  into.name = word.content
  into.nameSpan = { start: word.begin, end: word.end }
}

const readValue: Read = (reader, into, problems) => {
  const value = readFiltered(reader, problems)
  if (value) into.value = value
}

const readEcho: Read = (reader, into, problems) => {
  if (!reader.end()) readValue(reader, into, problems)
}

const readAssign: Read = (reader, into, problems) => {
  readName(reader, into)
  reader.skipBlank()
  if (into.name === '' || reader.peek() !== '=') {
    const wanted = into.name === '' ? 'expected variable name' : 'expected "="'
    problems.push(problemAt(reader, 'invalid-arguments', reader.p, wanted))
    return
  }
  reader.advance()
  readValue(reader, into, problems)
}

const readCapture: Read = (reader, into, problems) => {
  readName(reader, into)
  if (into.name !== '') return
  const quoted = reader.readQuoted()
  if (quoted) {
    into.name = quoted.content
    into.nameSpan = { start: quoted.begin, end: quoted.end }
  } else problems.push(problemAt(reader, 'invalid-arguments', reader.p, 'invalid capture name'))
}

/** LiquidJS skips from a value to the next `,`, or to the next `or` even inside a word. */
const readWhen: Read = (reader, into) => {
  while (!reader.end()) {
    into.values.push(toExpression(reader.readValueOrThrow()))
    reader.skipBlank()
    reader.readTo(reader.peek() === ',' ? ',' : 'or')
  }
}

/** `name: value` pairs and bare words; LiquidJS ignores what comes after them. */
const readParameters = (reader: Reader, parameters: FilterArgument[]): void => {
  for (;;) {
    const hash = reader.readHash()
    if (!hash) return
    const value = hash.value ? toExpression(hash.value) : missing(reader.p)
    const end = Math.max(hash.name.end, value.end)
    parameters.push({ start: hash.name.begin, end, key: hash.name.content, value })
  }
}

const readLoop: Read = (reader, into, problems) => {
  readName(reader, into)
  const word = reader.readIdentifier()
  const collection = reader.readValue()
  if (into.name === '' || word.content !== 'in' || !collection) {
    problems.push(problemAt(reader, 'invalid-arguments', into.nameSpan.start, 'expected "… in …"'))
    return
  }
  into.collection = toExpression(collection)
  readParameters(reader, into.parameters)
}

const readCycle: Read = (reader, into, problems) => {
  const begin = reader.p
  const group = reader.readValue()
  reader.skipBlank()
  if (group && reader.peek() === ':') {
    into.values.push(toExpression(group))
    reader.advance()
  } else reader.p = begin
  if (reader.end()) {
    problems.push(problemAt(reader, 'invalid-arguments', reader.p, 'empty candidates'))
  }
  const before = problems.length
  while (!reader.end() && problems.length === before) {
    const candidate = readFiltered(reader, problems)
    if (candidate) into.values.push(candidate.expression, ...argumentsOf(candidate))
    reader.readTo(',')
  }
}

const argumentsOf = (value: Filtered): Expression[] => [
  ...value.ignored,
  ...value.filters.flatMap((filter) => filter.args.map((argument) => argument.value)),
]

/** The file of layout, render and include; LiquidJS parses a quoted name as a template itself. */
const readFile = (reader: Reader, into: Arguments): void => {
  const at = reader.p
  const file = reader.readValue()
  if (!file) throw new Unreadable('illegal file path', at)
  const name = toExpression(file)
  into.values.push(name)
  if (name.type === 'literal' && name.form === 'quoted' && !reader.parses(String(name.value))) {
    throw new Unreadable('the file name is no template', at)
  }
}

const readFileParameters = (reader: Reader, into: Arguments): void => {
  readParameters(reader, into.parameters)
  for (const { value } of into.parameters) if (value.type !== 'missing') into.values.push(value)
}

const readLayout: Read = (reader, into) => {
  readFile(reader, into)
  readFileParameters(reader, into)
}

/** Whether the next word is one of `words` and no `word:` parameter; otherwise nothing is read. */
const readWord = (reader: Reader, words: readonly string[]): boolean => {
  const begin = reader.p
  const found = words.includes(reader.readIdentifier().content)
  reader.skipBlank()
  if (found && reader.peek() !== ':') return true
  reader.p = begin
  return false
}

const readInclude: Read = (reader, into) => {
  readFile(reader, into)
  if (readWord(reader, ['with'])) readInto(reader, into.values)
  readFileParameters(reader, into)
}

const readRender: Read = (reader, into) => {
  readFile(reader, into)
  while (!reader.end()) {
    reader.skipBlank()
    const begin = reader.p
    if (!readWord(reader, ['with', 'for']) || !readInto(reader, into.values)) {
      reader.p = begin
      break
    }
    if (readWord(reader, ['as'])) reader.readIdentifier()
    reader.skipBlank()
    if (reader.peek() === ',') reader.advance()
  }
  readFileParameters(reader, into)
}

/** Every line of an inline comment after the first must begin with `#`. */
const readRemark: Read = (reader, _into, problems) => {
  for (let line = reader.find('\n', reader.p); line !== -1 && line < reader.N; ) {
    const character = /\S/g
    character.lastIndex = line
    const at = character.exec(reader.input)?.index ?? reader.N
    if (at >= reader.N) return
    if (reader.input[at] !== '#') {
      const wanted = "every line of an inline comment must start with '#'"
      problems.push(problemAt(reader, 'invalid-arguments', at, wanted))
      return
    }
    line = reader.find('\n', at)
  }
}

const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['if', readValue],
  ['unless', readValue],
  ['elsif', readValue],
  ['case', readValue],
  ['when', readWhen],
  ['for', readLoop],
  ['tablerow', readLoop],
  ['assign', readAssign],
  ['capture', readCapture],
  ['echo', readEcho],
  ['cycle', readCycle],
  ['layout', readLayout],
  ['include', readInclude],
  ['render', readRender],
  ['#', readRemark],
])

/**
 * Reads the arguments of a tag as LiquidJS's class for it does.
 * @param name the tag to read it as; tags that take what they are given yield nothing.
 * @param problems gets what LiquidJS rejects.
 */
export const readArguments = (
  reader: Reader,
  name: string,
  markup: Markup,
  problems: SyntaxProblem[],
): Arguments => {
  const { start } = markup.args
  const into: Arguments = {
    values: [],
    name: '',
    nameSpan: { start, end: start },
    parameters: [],
  }
  const read = readers.get(name)
  if (!read) return into
  const code = name === 'when' ? 'invalid-expression' : 'invalid-arguments'
  reader.within(markup.args, markup)
  attempt(reader, problems, code, () => read(reader, into, problems))
  return into
}
