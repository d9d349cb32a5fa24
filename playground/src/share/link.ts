import { type DomainName, secretIn } from '@codeword/core'
import type { Settings, Shareable } from '../workspace.ts'

/** The version of what follows; whoever changes that takes another one, and still reads this. */
const prefix = '#v1.'

/** Characters of what a link unfolds to: ten times the longest template, and no bomb. */
const mostUnfolded = 64 * 1024

const domains: readonly DomainName[] = ['tag', 'real', 'header', 'any']

/** What a link holds, and nothing else. */
interface Shared {
  readonly template: string
  readonly profile?: string
  readonly domain?: string
  readonly languages?: readonly string[]
  readonly fallback?: string
  readonly segments?: number
  readonly fixture?: string
}

export type Link =
  | { readonly ok: true; readonly hash: string }
  | { readonly ok: false; readonly problem: string }

/**
 * The fragment of a link to a workspace: JSON, deflated (RFC 1951), in base64url (RFC 4648 §5). A fragment is sent to
 * no server.
 * @returns a problem where the workspace seems to hold a secret or is too long
 */
export async function linkTo({ template, settings, fixture }: Shareable): Promise<Link> {
  const { profile, domain, languages, fallback, segments } = settings
  const shared: Shared = {
    template,
    ...(profile !== undefined && { profile }),
    ...(domain !== 'header' && { domain }),
    ...(languages && { languages }),
    ...(fallback !== undefined && { fallback }),
    ...(segments !== undefined && { segments }),
    ...(fixture && { fixture }),
  }
  const text = JSON.stringify(shared)
  const secret = secretIn(text)
  if (secret !== undefined) return { ok: false, problem: `Not shared: the text holds ${secret}.` }
  if (text.length > mostUnfolded) return { ok: false, problem: 'Not shared: the text is too long.' }
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  return { ok: true, hash: prefix + base64url(bytes) }
}

/**
 * The workspace that a link leads to.
 * @param hash the fragment of an address, its `#` included
 * @returns undefined where it leads to none; a link is whatever somebody has sent
 */
export async function workspaceOf(hash: string): Promise<Shareable | undefined> {
  if (!hash.startsWith(prefix)) return undefined
  try {
    const packed = bytesOf(hash.slice(prefix.length))
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    const text = await atMost(stream, mostUnfolded)
    return text === undefined ? undefined : workspaceFrom(JSON.parse(text))
  } catch {
    return undefined
  }
}

function workspaceFrom(shared: unknown): Shareable | undefined {
  if (typeof shared !== 'object' || shared === null) return undefined
  const { template, profile, domain, languages, fallback, segments, fixture } = shared as Record<
    string,
    unknown
  >
  if (typeof template !== 'string') return undefined
  const settings: Settings = {
    domain: domains.find((name) => name === domain) ?? 'header',
    ...(typeof profile === 'string' && { profile }),
    ...(isTexts(languages) && { languages }),
    ...(typeof fallback === 'string' && { fallback }),
    ...(typeof segments === 'number' && segments >= 1 && { segments }),
  }
  return { template, settings, ...(typeof fixture === 'string' && { fixture }) }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (unit) =>
    unit.charCodeAt(0),
  )

/** @returns undefined where there is more */
async function atMost(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length > limit) {
      await reader.cancel()
      return undefined
    }
  }
}
