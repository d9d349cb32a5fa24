import type { ExpectationFailure } from '@codeword/core'

/** What a test of a message throws; Vitest shows it like a failed assertion of its own. */
export class MessageError extends Error {
  override name = 'MessageError'
  readonly expected?: unknown
  readonly actual?: unknown

  /** @param compared what was due and what came, for a comparison on the screen */
  constructor(
    message: string,
    compared?: { readonly expected: unknown; readonly actual: unknown },
  ) {
    super(message)
    Object.assign(this, compared)
  }
}

/** The expectations of one case that do not hold, one line each. */
export function expectationError(failures: readonly ExpectationFailure[]): Error {
  const values = (which: 'expected' | 'received'): unknown =>
    failures.length === 1
      ? failures[0]![which]
      : Object.fromEntries(failures.map((failure) => [failure.key, failure[which]]))
  return new MessageError(failures.map(({ message }) => message).join('\n'), {
    expected: values('expected'),
    actual: values('received'),
  })
}

/** What Vitest says of a message that is not the recorded one; of one that is not recorded it says no more. */
export const recordingError = (error: Error & { readonly expected?: unknown }): Error =>
  error.expected === undefined
    ? new MessageError(
        'this message is not recorded: run codeword test -u (or vitest -u) and commit the snapshot file',
      )
    : error
