import type { ErrorCode, YAMLError } from 'yaml'
import type { HostProblem } from '../source-file.ts'

/** What the parser's codes mean for who wrote the file. */
const messages: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'an alias (*name) can have no anchor and no tag',
  BAD_ALIAS: 'this anchor or alias has no name',
  BAD_DIRECTIVE: 'this line begins with %, as only %YAML and %TAG may',
  BAD_DQ_ESCAPE: 'this text has a backslash that YAML does not know; \\\\ writes one',
  BAD_INDENT: 'this line is indented too little',
  BAD_SCALAR_START: 'a text that begins with this character needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second colon stands here: a text with a colon needs quotes',
  BLOCK_IN_FLOW: 'inside brackets this needs a comma before it or quotes around it',
  KEY_OVER_1024_CHARS: 'this key is too long',
  MULTILINE_IMPLICIT_KEY: 'a colon belongs after this, or quotes around it',
  MULTIPLE_DOCS: 'a second document begins here: a file may hold one only',
  RESOURCE_EXHAUSTION: 'too many values, one in another',
  TAB_AS_INDENT: 'YAML is indented by spaces, not by tabs',
  TAG_RESOLVE_FAILED: 'this value is not what its tag says',
}

/** Words one mistake on one line, without repeating a value, which may be a secret. */
export function problemOf(error: YAMLError, text: string): HostProblem {
  const [start, end] = error.pos.map((offset) => Math.min(Math.max(offset, 0), text.length))
  const message = unclosed(error.message) ?? messages[error.code] ?? missing(error.message)
  return { start: start!, end: Math.max(start!, end!), message }
}

function unclosed(said: string): string | undefined {
  const bracket = /end with a ([\]}])/.exec(said)?.[1]
  return bracket && `this is not YAML: is a ${bracket} missing?`
}

function missing(said: string): string {
  if (/Missing closing .quote/.test(said)) return 'the closing quote of this text is missing'
  const found = /missing ([,:])/i.exec(said)?.[1]
  return found === undefined ? 'this is not YAML' : `this is not YAML: is a ${found} missing?`
}
