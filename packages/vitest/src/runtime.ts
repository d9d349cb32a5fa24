import { basename } from 'node:path'
import {
  blameFor,
  type CaseResult,
  isBlank,
  Lines,
  openSource,
  type Prepared,
  type PropertyName,
  prepareFixture,
  promises,
  runCase,
  type Span,
  snapshotEntry,
} from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import type { ExpectStatic, TestContext } from 'vitest'
import { type Reached, reachedIn } from './coverage/reached.ts'
import { expectationError, MessageError, recordingError } from './errors.ts'
import { snapshotOf } from './files.ts'
import { at, callOf, type Frame, stackLine, withStack } from './located-error.ts'
import type { SentFixture } from './modules.ts'
import { recordedIn } from './recorded-file.ts'
import { RecordedText, recordedSerializer } from './recorded-text.ts'
import { recordedText } from './recording.ts'
import { running } from './running.ts'

export { orphan } from './orphan.ts'

/** The tests of one fixture; the module that is generated for it calls them. */
export interface Messages {
  /** Runs one case: its expectations must hold, and the message must be the recorded one. */
  readonly case: (index: number) => void
  /** Proves that a property holds for every customer whom the fixture speaks of. */
  readonly property: (name: PropertyName, context: Pick<TestContext, 'skip'>) => void
  /** By the cases that were run so far. */
  readonly reached: Reached
}

/** The file that holds a template. */
interface TemplateFile {
  readonly path: string
  readonly text: string
}

/**
 * Opens a fixture together with the file that holds its template.
 *
 * @param expect Vitest's, of the worker that runs the tests
 * @throws MessageError where the fixture does not fit the file, the engine refuses the template, or the snapshot
 *   file is damaged
 */
export async function openFixture(
  sent: SentFixture,
  file: TemplateFile,
  expect: ExpectStatic,
): Promise<Messages> {
  // Once something was waited for, the stack does not lead to the fixture any more.
  const call = callOf(openFixture)
  const snapshots = snapshotOf(sent.path)
  running.set(snapshots, {
    recorded: recordedIn(snapshots),
    title: basename(sent.path),
    names: sent.cases.map(({ name }) => name),
  })
  expect.addSnapshotSerializer(recordedSerializer)

  const source = await openSource(file.path, file.text)
  const result = await prepareFixture(withText(sent), source)
  if (!result.ok) {
    const lines = result.mistakes.map(
      ({ position: { line, column }, message }) => `${line}:${column}: ${message}`,
    )
    throw withStack(new MessageError(lines.join('\n')), call)
  }
  const { prepared } = result
  const { opened, compiled } = prepared
  const frames = framesIn(file, prepared)
  if (!compiled.ok) {
    const { message, span } = compiled.failure
    throw at(new MessageError(message), frames([span]))
  }
  const reached = reachedIn(source!, opened.embedded)

  function runOne(index: number): void {
    const one = sent.cases[index]!
    const run = runCase(prepared, one)
    if (!run.ok) {
      const { message, span } = run.failure
      const lines = [...frames([span]).map(stackLine), ...callOf(runOne)]
      throw withStack(new MessageError(message), lines)
    }
    const { result } = run
    reached.add(result.rendered.visits)
    const located = (error: Error): Error =>
      withStack(error, [...callOf(runOne), ...frames(sourcesOf(result)).map(stackLine)])
    try {
      const text = recordedText(snapshotEntry(prepared, one, result))
      expect(new RecordedText(text)).toMatchSnapshot()
    } catch (error) {
      // What the author wrote down by hand says more than what was recorded.
      if (result.failures.length === 0) throw located(recordingError(error as Error))
    }
    if (result.failures.length > 0) throw located(expectationError(result.failures))
  }

  function prove(name: PropertyName, { skip }: Pick<TestContext, 'skip'>): void {
    const analysis = opened.analysis()!
    const property = analysis.properties.find((one) => one.name === name)!
    if (property.status === 'proved') return
    const explanation = { path: file.path, opened, analysis }
    const all = promises(explanation)
    const { detail } = all.find((one) => one.name === name)!
    const text = `${name} is ${detail}`
    if (property.status === 'unproved') skip(text)
    const { rule, site } = blameFor(property, explanation)!
    const lines = [...frames(site ? [site] : []).map(stackLine), ...callOf(prove)]
    throw withStack(new MessageError(`${text}\ncodeword rules ${rule} says how to mend it`), lines)
  }

  return { case: runOne, property: prove, reached }
}

/** The text of a fixture is read only where it must be shown what is wrong in it. */
const withText = (sent: SentFixture): SentFixture & { readonly text: string } => ({
  ...sent,
  get text() {
    const file = readTextFile(sent.path)
    return 'text' in file ? file.text : ''
  },
})

/** Places in the file of a template. */
function framesIn(
  { path, text }: TemplateFile,
  { opened: { embedded } }: Prepared,
): (spans: readonly Span[]) => readonly Frame[] {
  let lines: Lines | undefined
  return (spans) =>
    spans.map(({ start }) => {
      lines ??= new Lines(text)
      return { name: 'template', path, ...lines.position(embedded.toHost(start)) }
    })
}

/** The source of the first text to be seen, else the arms that were entered. */
function sourcesOf({ rendered: { text, arms, parts } }: CaseResult): readonly Span[] {
  const seen = parts.find(({ start, end }) => !isBlank(text.slice(start, end)))
  return seen === undefined ? arms : [seen.source]
}
