import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Failure } from './failure.ts'

/** Where the package keeps the playground, and where a checkout builds it. */
const places = ['../playground/codeword.html', '../../../playground/single/codeword.html']

/**
 * The playground as one page that may talk with the server that it came from, and with nobody else.
 * @throws Failure where a checkout has not built it
 */
export function previewPage(): string {
  const path = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((file) => existsSync(file))
  if (path === undefined)
    throw new Failure('preview: the playground is not built: npm run build:playground makes it')
  return readFileSync(path, 'utf8')
    .replace("connect-src 'none'", "connect-src 'self'")
    .replace('<head>', '<head><meta name="codeword-preview">')
}
