import type { LoopbackReply, LoopbackRequest } from '@codeword/core/node'
import type { Step } from './options.ts'

/** One thing that the Management API can be asked for. */
export interface Route {
  readonly step: Step
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT'
  /** Below `/api/v2`; `:id` is a part of the path. */
  readonly path: string
  readonly scope: string
  readonly answer: (asked: Asked) => LoopbackReply
}

export interface Asked {
  readonly request: LoopbackRequest
  readonly id: string
  readonly may: (scope: string) => boolean
}

/** @returns its id, or an empty text where it has none; undefined where the request is for something else */
export function idFor({ method, path }: Route, request: LoopbackRequest): string | undefined {
  if (method !== request.method) return undefined
  const pattern = `^/api/v2${path.replace(':id', '([\\w-]+)')}$`
  const match = new RegExp(pattern).exec(request.path)
  return match === null ? undefined : (match[1] ?? '')
}
