import { noArguments } from './arguments.ts'
import { skipBlanks } from './blank.ts'
import { blocks } from './names.ts'
import { readArguments } from './read-arguments.ts'
import { addJunk, addUnknown, type Reading, type Run } from './run.ts'
import { add, branch, close, type Frame, forgive, top } from './stack.ts'
import type { Arm, Markup, SyntaxProblem } from './tree.ts'

const hasArguments = ({ args }: Markup): boolean => args.start < args.end

const takes = (frame: Frame, name: string): boolean =>
  (blocks[frame.name].branches as readonly string[]).includes(name)

/** `if` and `for` want `else` and their end tag bare. */
export const unexpectedArguments = (run: Run, { markup, name }: Reading): SyntaxProblem[] => {
  const frame = top(run.stack)
  if (!frame || !blocks[frame.name].bare || !hasArguments(markup)) return []
  if (name !== frame.end && !(name === 'else' && takes(frame, name))) return []
  return [{ code: 'unexpected-arguments', ...markup.args, name: markup.name }]
}

/** Whether LiquidJS does not even read the arguments of a branch tag, since it comes after `else`. */
export const isIgnored = (run: Run, name: string): boolean => {
  const frame = top(run.stack)
  return frame !== undefined && takes(frame, name) && frame.elses > 0 && frame.name !== 'if'
}

/** The arguments of `else if x` after the `if`, where `else` may not have any. */
const afterElseIf = (run: Run, { markup }: Reading): Markup | undefined => {
  const { start, end } = markup.args
  const { input } = run.reader
  const at = start + 2
  if (!input.startsWith('if', start) || skipBlanks(input, at, end) === at) return undefined
  return { ...markup, args: { start: skipBlanks(input, at, end), end } }
}

/** `if` takes nothing after `else`; `unless` and `case` let it pass and never render it. */
const rejectAfterElse = (frame: Frame, { markup, problems }: Reading): void => {
  const { start, end, name } = markup
  if (frame.name === 'if' && frame.elses > 0) {
    problems.push({ code: 'branch-after-else', start, end, name })
  }
}

const readElse = (run: Run, frame: Frame, reading: Reading): void => {
  const { markup, problems } = reading
  const unexpected = unexpectedArguments(run, reading)
  problems.push(...unexpected)
  const condition = frame.name === 'if' ? afterElseIf(run, reading) : undefined
  if (condition) {
    branch(frame, 'elsif', markup, readArguments(run.reader, 'elsif', condition, problems))
  } else {
    if (unexpected.length === 0) rejectAfterElse(frame, reading)
    branch(frame, 'else', markup, noArguments(markup))
  }
}

const readTested = (run: Run, frame: Frame, kind: Arm['kind'], reading: Reading): void => {
  const { markup, problems } = reading
  rejectAfterElse(frame, reading)
  const isDead = frame.elses > 0
  const read = isDead ? noArguments(markup) : readArguments(run.reader, kind, markup, problems)
  branch(frame, kind, markup, read)
}

/** A branch tag where the innermost block takes none of that name. */
const readStrayBranch = (run: Run, { markup, name, guessed, problems }: Reading): void => {
  if (guessed) addUnknown(run, markup)
  else {
    const { start, end } = markup
    const problem: SyntaxProblem = { code: 'stray-branch', start, end, name }
    problems.push(problem)
    top(run.stack)?.strayBranches.push(problem)
    addJunk(run, markup)
  }
}

/** `elsif`, `else` or `when`: begins an arm of the innermost block if that takes it. */
export const readBranch = (run: Run, reading: Reading): void => {
  const { markup, name } = reading
  const { start, end } = markup
  const frame = top(run.stack)
  if (run.stack.beyond > 0) addJunk(run, markup)
  else if (!frame || !takes(frame, name)) readStrayBranch(run, reading)
  else if (frame.elses > 0 && (name === 'when' || frame.name === 'for')) {
    reading.problems.push(...unexpectedArguments(run, reading))
    add(run.stack, { type: 'tag', start, end, tag: markup, known: true, values: [] })
  } else if (name === 'else') readElse(run, frame, reading)
  else readTested(run, frame, name === 'when' ? 'when' : 'elsif', reading)
}

/** An end tag that closes nothing. */
const readStrayEnd = (run: Run, { markup, name, guessed, problems }: Reading): void => {
  const { start, end } = markup
  const frame = top(run.stack)
  if (guessed) addUnknown(run, markup)
  else {
    if (!forgive(run.stack, name)) {
      problems.push({ code: 'stray-end', start, end, name })
      if (frame) frame.strayEnds++
    }
    addJunk(run, markup)
  }
}

/** An end tag: closes the innermost block of its kind. */
export const readEnd = (run: Run, reading: Reading): void => {
  const { markup, name, problems } = reading
  const { stack } = run
  if (stack.beyond > 0) {
    stack.beyond--
    addJunk(run, markup)
  } else {
    problems.push(...unexpectedArguments(run, reading))
    if (!close(stack, name, markup)) readStrayEnd(run, reading)
  }
}
