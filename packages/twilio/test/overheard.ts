import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** Between the client and a fake, so that both can be read. */
export async function overheard(address: string) {
  const heard: { method: string; path: string; sent: string; status: number; body: string }[] = []
  const server = createServer(async (incoming, outgoing) => {
    let sent = ''
    for await (const piece of incoming) sent += piece
    const asked = request(address + incoming.url, {
      method: incoming.method!,
      headers: incoming.headers,
    })
    asked.on('response', async (response) => {
      let body = ''
      for await (const piece of response) body += piece
      heard.push({
        method: incoming.method!,
        path: incoming.url!,
        sent,
        status: response.statusCode!,
        body,
      })
      outgoing.writeHead(response.statusCode!, { 'content-type': 'application/json' })
      outgoing.end(body)
    })
    asked.end(sent)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard }
}
