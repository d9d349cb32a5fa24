import { type LoopbackReply, type LoopbackServer, loopbackServer } from '@codeword/core/node'

/** Takes what a tenant sends to its SMS gateway; nothing of it is kept. */
export interface Capture extends Pick<LoopbackServer, 'address' | 'close'> {
  /** Forgets what came in late. */
  readonly discard: () => void
  /** The next text; undefined where none comes in so many milliseconds. */
  readonly next: (patience: number) => Promise<string | undefined>
}

/**
 * A gateway on this machine, to which the user's own tunnel leads.
 * https://auth0.com/docs/authenticate/passwordless/authentication-methods/use-sms-gateway-passwordless
 * @throws the error of the system where the port cannot be used
 */
export async function captureServer(port: number): Promise<Capture> {
  const texts: string[] = []
  let waiting: (() => void) | undefined
  const { address, close } = await loopbackServer(port, excuses, ({ method, body }) => ({
    reply: () => (method === 'POST' ? taken(body) : { status: 404, body: {} }),
  }))
  function taken(body: string): LoopbackReply {
    const { body: text } = JSON.parse(body) as { readonly body?: unknown }
    if (typeof text !== 'string') return { status: 400, body: {} }
    texts.push(text)
    waiting?.()
    return { status: 200, body: {} }
  }
  async function next(patience: number): Promise<string | undefined> {
    if (texts.length === 0) {
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        waiting = resolve
        timer = setTimeout(resolve, patience)
      })
      clearTimeout(timer)
      waiting = undefined
    }
    return texts.shift()
  }
  return { address, close, next, discard: () => void texts.splice(0) }
}

const excuses = () => ({ busy: { status: 429, body: {} }, broken: { status: 500, body: {} } })
