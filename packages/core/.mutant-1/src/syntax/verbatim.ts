import { addJunk, addUnknown, type Reading, type Run } from './run.ts'
import type { Token } from './scanner.ts'
import { add, owe } from './stack.ts'
import type { Markup, SyntaxProblem } from './tree.ts'

/** What LiquidJS's tokenizer rejects even in a comment. */
const problemOf = (token: Token): SyntaxProblem | undefined => {
  const { start, end } = token
  if (token.type === 'text') return undefined
  if (token.type === 'raw') {
    return token.closed ? undefined : { code: 'unclosed-block', ...token.opening, name: 'raw' }
  }
  if (!token.closed) return { code: `unclosed-${token.type}`, start, end }
  const isNameless = token.type === 'tag' && token.markup.name === ''
  return isNameless ? { code: 'nameless-tag', start, end } : undefined
}

/**
 * Reads a comment or raw up to the first tag with its end name; comments do not nest. Without an
 * end tag it takes the rest, as it does to LiquidJS, and so nothing in there is reported.
 */
export const readVerbatim = (run: Run, { markup: opening, name }: Reading): void => {
  const { tokens, stack } = run
  const type = name === 'raw' ? 'raw' : 'comment'
  let end = opening.end
  let closing: Markup | undefined
  for (let token = tokens.next(); token && !closing; token = closing ? undefined : tokens.next()) {
    const problem = problemOf(token)
    if (problem) stack.problems.push(problem)
    if (token.type === 'raw' && !token.closed) run.swallowed = true
    if (token.type === 'tag' && token.markup.name === `end${name}`) closing = token.markup
    else end = token.end
  }
  if (!closing && !run.swallowed) {
    const { start } = opening
    stack.problems.push({ code: 'unclosed-block', start, end: opening.end, name })
    run.swallowed = true
  }
  const body = { start: opening.end, end: closing ? closing.start : end }
  const span = { start: opening.start, end: closing ? closing.end : end }
  add(stack, { type, ...span, opening, body, ...(closing && { closing }) })
}

/** A comment or raw whose opening tag is misspelt or not closed holds nothing. */
export const skipVerbatim = (run: Run, { markup, name, guessed }: Reading): void => {
  owe(run.stack, `end${name}`)
  if (guessed) addUnknown(run, markup)
  else addJunk(run, markup)
}
