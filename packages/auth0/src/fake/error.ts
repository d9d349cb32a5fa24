import type { LoopbackReply } from '@codeword/core/node'

/** How the Management API says that it will not. */
export const error = (status: number, name: string, message: string): LoopbackReply => ({
  status,
  body: { statusCode: status, error: name, message },
})
