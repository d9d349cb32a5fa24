/** Codeword cannot run: one line that says what is wrong, where, and what to do. Ends in exit code 2. */
export class Failure extends Error {
  override name = 'Failure'
}

/** A service elsewhere did not do what it was asked for. Ends in exit code 3. */
export class RemoteFailure extends Error {
  override name = 'RemoteFailure'
}

/** Everything went well. */
export const ok = 0
/** There are findings. */
export const found = 1
/** Codeword cannot run: usage, configuration, files. */
export const cannotRun = 2
/** A service elsewhere refused, cannot be reached, or did not say what it has done. */
export const remoteFailed = 3

export type ExitCode = typeof ok | typeof found | typeof cannotRun | typeof remoteFailed
