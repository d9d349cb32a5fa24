import { type Arguments, type Read, readParameters } from './arguments.ts'
import { toExpression } from './expression.ts'
import { type Reader, Unreadable } from './reader.ts'
import type { Expression } from './tree.ts'

/** Reads one value into `values`. */
const readInto = (reader: Reader, values: Expression[]): boolean => {
  const token = reader.readValue()
  if (token) values.push(toExpression(token))
  return token !== undefined
}

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

export const readLayout: Read = (reader, into) => {
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

export const readInclude: Read = (reader, into) => {
  readFile(reader, into)
  if (readWord(reader, ['with'])) readInto(reader, into.values)
  readFileParameters(reader, into)
}

export const readRender: Read = (reader, into) => {
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
