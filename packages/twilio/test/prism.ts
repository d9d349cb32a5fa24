import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { document } from './twilio-document.ts'

export interface Prism {
  readonly address: string
  readonly close: () => Promise<void>
}

const accounts = '/2010-04-01/Accounts'

/** Of these paths alone: reading all takes Prism seconds, and Twilio's example of a number breaks its own schema. */
const paths = [
  `${accounts}/{Sid}.json`,
  `${accounts}/{AccountSid}/Messages.json`,
  `${accounts}/{AccountSid}/Messages/{Sid}.json`,
]

/**
 * A server that others wrote, https://stoplight.io/open-source/prism, and that knows of Twilio what Twilio's own
 * document says: it refuses requests that do not conform, and answers with the document's examples.
 */
export async function prism(): Promise<Prism> {
  const folder = mkdtempSync(join(tmpdir(), 'codeword-prism-'))
  const file = join(folder, 'twilio.json')
  const own = Object.fromEntries(paths.map((path) => [path, document.paths[path]]))
  // What Twilio calls a URI, in its examples too, is the path of one.
  const text = JSON.stringify({ ...document, paths: own }).replaceAll(
    '"format":"uri"',
    '"format":"path"',
  )
  writeFileSync(file, text)
  const port = await freePort()
  const main = createRequire(import.meta.url).resolve('@stoplight/prism-cli')
  const args = [main, 'mock', '--errors', '-h', '127.0.0.1', '-p', String(port), file]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let told = ''
    const read = (text: string): void => {
      told += text
      if (told.includes('Prism is listening')) resolve()
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('close', () => reject(new Error(`Prism ended: ${told}`)))
  })
  return {
    address: `http://127.0.0.1:${port}`,
    async close() {
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
