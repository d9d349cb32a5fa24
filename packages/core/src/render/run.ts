import {
  Context,
  type Emitter,
  evalToken,
  type Liquid,
  type Template,
  Tokenizer,
  toValue,
} from 'liquidjs'
import { lazy } from '../text/lazy.ts'
import { Failed, failureOf } from './failure.ts'
import { inWords, LimitError, limits } from './limits.ts'

/** Hears what happens in one rendering. */
export interface Listener {
  /** A list of nodes begins: the whole template, an arm or another body. An empty one is heard too. */
  enter(templates: readonly Template[]): void
  /** A node is about to be rendered. */
  visit(template: Template): void
  /** `by` put `text` into the message (not into a capture). Never empty. */
  write(text: string, by: Template): void
}

/**
 * Stands for LiquidJS's limit of time, which only the renderer reads that `renderTemplates` replaces. The real
 * one reads the clock, for which Node loads a module.
 */
const noLimit = { check: () => {}, use: () => {} } as unknown as Context['renderLimit']

/** One rendering: LiquidJS hands its context to everything that takes part. */
export class Run extends Context {
  readonly listener: Listener | undefined
  /** The node that is being rendered. */
  current: Template | undefined
  readonly #deadline: number = Date.now() + limits.time
  #work = 0
  #written = 0

  /** @param variables copied, since `increment` writes to them, and without a prototype to write to */
  constructor(liquid: Liquid, variables: Readonly<Record<string, unknown>>, listener?: Listener) {
    const environment = Object.assign(Object.create(null), variables)
    super(environment, liquid.options, { sync: true }, { liquid, renderLimit: noLimit })
    this.listener = listener
  }

  countWork(): void {
    this.#work += 1
    if (this.#work > limits.work)
      throw new LimitError(`The message takes more than ${inWords(limits.work)} steps to make.`)
    if (this.#work % 64 === 0 && Date.now() > this.#deadline)
      throw new LimitError(`The message takes more than ${limits.time} ms to make.`)
  }

  countWritten(length: number): void {
    this.#written += length
    if (this.#written > limits.output)
      throw new LimitError(`The message grows beyond ${inWords(limits.output)} characters.`)
  }
}

/**
 * Carries out what LiquidJS describes as generators that yield generators, and counts the work: no single
 * node, however long its expression or large its array, escapes the limits. Unlike LiquidJS's `toValueSync`
 * it hands no error back into the generators; with `strictVariables` off they have no use for one.
 */
export function evaluate(value: unknown, run: Run): unknown {
  run.countWork()
  if (typeof value !== 'object' || value === null) return value
  const kind: unknown = Object.getPrototypeOf(value)
  if (kind === null || Object.getPrototypeOf(kind) !== generators) return value
  const isRange = kind === rangePrototype()
  let step = resume.call(value as Generator)
  while (!step.done) {
    const inner = evaluate(step.value, run)
    if (isRange && Math.abs(Number(inner)) > Number.MAX_SAFE_INTEGER)
      throw new LimitError('A range begins or ends beyond the whole numbers that can be counted.')
    step = resume.call(value as Generator, inner)
  }
  return step.value
}

/**
 * What all generators have in common, with the one function that resumes them: each kind has a prototype of
 * its own, and an engine that meets many kinds looks a method up slowly.
 */
const generators: object = Object.getPrototypeOf(function* () {}).prototype
const resume = (generators as Generator).next

/**
 * What the generators that make LiquidJS's ranges have in common. They yield the two bounds, then count from
 * one to the other, for ever where adding 1 changes nothing: `(9007199254740992..9007199254740993)`.
 */
const rangePrototype = lazy((): unknown =>
  Object.getPrototypeOf(evalToken(new Tokenizer('(1..1)').readValue(), {} as Context).next().value),
)

/** Collects text. */
class Writer implements Emitter {
  buffer = ''
  readonly #run: Run
  readonly #listener: Listener | undefined

  /** @param listener is told of the message itself, not of captures */
  constructor(run: Run, listener?: Listener) {
    this.#run = run
    this.#listener = listener
  }

  write(value: unknown): void {
    const text = typeof value === 'string' ? value : print(value)
    if (text === '') return
    this.#run.countWritten(text.length)
    this.buffer += text
    const { current } = this.#run
    if (current !== undefined) this.#listener?.write(text, current)
  }
}

/** A value as LiquidJS prints it, whose own function is not exported. */
export function print(input: unknown): string {
  const value: unknown = toValue(input)
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.map(print).join('') : String(value)
}

/** Renders a whole template. */
export const renderAll = (templates: Template[], run: Run): string =>
  renderTemplates(templates, run, new Writer(run, run.listener))

/**
 * Takes the place of LiquidJS's own `Render.renderTemplates`: the same loop over a list of nodes, with work
 * counted, lists and texts told to the listener and failures given their place.
 */
export function renderTemplates(
  templates: Template[],
  run: Run,
  emitter: Emitter = new Writer(run),
): string {
  const outer = run.current
  run.countWork()
  run.listener?.enter(templates)
  for (const template of templates) {
    run.current = template
    run.listener?.visit(template)
    const { token } = template
    try {
      // `cycle` copies its whole tag each time.
      run.memoryLimit.use(token.end - token.begin)
      const returned = evaluate(template.render(run, emitter), run)
      if (returned) emitter.write(returned)
    } catch (error) {
      if (error instanceof Failed) throw error
      throw new Failed(failureOf(error, token.input, token, 'render'), token)
    }
    if (run.breakCalled || run.continueCalled) break
  }
  run.current = outer
  return emitter.buffer
}
