import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import {
  type LineValue,
  type OutcomeClassifier,
  type Requests,
  readLogLine,
  unlisted,
} from '@codeword/core'
import { reasonFor } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'
import { eachLine } from './lines.ts'

/**
 * Sorts the real requests of a file by the message that they get; see `readLogLine` for its lines.
 *
 * @param path of a file of any size; `-` is standard input
 * @param outcomes how many messages `classify` tells apart
 * @throws Failure where the file cannot be read or holds no value
 */
export async function countRequests(
  path: string,
  classify: OutcomeClassifier,
  outcomes: number,
  host: Host,
): Promise<Requests> {
  const counts = new Array<number>(outcomes).fill(0)
  const others = { total: 0, unlisted: 0, unreadable: 0, unrelated: 0 }
  const count = (value: LineValue): void => {
    if (value !== null && typeof value !== 'string') {
      others[value.line]++
      return
    }
    others.total++
    const outcome = classify(value)
    if (outcome === unlisted) others.unlisted++
    else counts[outcome]!++
  }
  await read(path, host, (line) => count(line === undefined ? tooLong : readLogLine(line)))
  if (others.total > 0) return { ...others, counts }
  throw new Failure(
    `--values: ${path}: no value in it: give one value or one event of Auth0's log as JSON a line`,
  )
}

const tooLong: LineValue = { line: 'unreadable' }

async function read(
  path: string,
  host: Host,
  onLine: (line: string | undefined) => void,
): Promise<void> {
  if (path === '-') return eachLine(host.stdin, onLine)
  const stream = createReadStream(resolve(host.cwd, path), { highWaterMark: 256 * 1024 })
  try {
    await eachLine(stream, onLine)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new Failure(`--values: ${path}: ${reasonFor(error)}`)
  }
}
