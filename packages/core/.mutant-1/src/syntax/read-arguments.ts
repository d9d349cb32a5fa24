import { type Arguments, noArguments, type Read, readParameters } from './arguments.ts'
import { toExpression } from './expression.ts'
import { readInclude, readLayout, readRender } from './files.ts'
import { attempt, problemAt, readFiltered } from './filtered.ts'
import type { Reader } from './reader.ts'
import type { Expression, Filtered, Markup, SyntaxProblem } from './tree.ts'

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

/** What a candidate of `cycle` reads besides its own value. */
const operandsOf = (value: Filtered): Expression[] => [
  ...value.ignored,
  ...value.filters.flatMap((filter) => filter.args.map((argument) => argument.value)),
]

const readCycle: Read = (reader, into, problems) => {
  const begin = reader.p
  const group = reader.readValue()
  reader.skipBlank()
  if (group && reader.peek() === ':') {
    into.values.push(toExpression(group))
    reader.advance()
  } else if (group) reader.p = begin
  if (reader.end()) {
    problems.push(problemAt(reader, 'invalid-arguments', reader.p, 'empty candidates'))
  }
  const before = problems.length
  while (!reader.end() && problems.length === before) {
    const candidate = readFiltered(reader, problems)
    if (candidate) into.values.push(candidate.expression)
    for (const operand of candidate ? operandsOf(candidate) : []) into.values.push(operand)
    reader.readTo(',')
  }
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
  const into = noArguments(markup)
  const read = readers.get(name)
  if (!read) return into
  const code = name === 'when' ? 'invalid-expression' : 'invalid-arguments'
  reader.within(markup.args, markup)
  attempt(reader, problems, code, () => read(reader, into, problems))
  return into
}
