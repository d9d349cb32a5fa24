import { fixtureCode, segment, visible } from '@codeword/core'
import { expect } from 'vitest'
import type { Message } from './open-message.ts'

export {
  type Message,
  type MessageOptions,
  type MessageTemplate,
  openMessage,
} from './open-message.ts'

/** What can be asked of a message, or of its text alone. */
export interface MessageMatchers {
  /** It has the code: the fake one of every test, or this one. */
  toContainCode(code?: string): void
  /** As an SMS it takes so many segments at most. */
  toFitSegments(most: number): void
  /** It is the message of this language, what a request for its bare tag gets; a text alone does not tell. */
  toBeLanguage(language: string): void
}

declare global {
  namespace Chai {
    // Both majors of Vitest take assertions from here, their own interfaces differ.
    interface Assertion extends MessageMatchers {}
  }
}

interface Verdict {
  readonly pass: boolean
  readonly message: () => string
}

const textOf = (received: string | Message): string =>
  typeof received === 'string' ? received : received.text

const quoted = (text: string): string => `'${visible(text)}'`

expect.extend({
  toContainCode(received: string | Message, code: string = fixtureCode): Verdict {
    const text = textOf(received)
    const pass = text.includes(code)
    return {
      pass,
      message: () =>
        `The message ${pass ? 'contains' : 'does not contain'} the code ${code}: ${quoted(text)}`,
    }
  },
  toFitSegments(received: string | Message, most: number): Verdict {
    const text = textOf(received)
    const { segments, encoding, units } = segment(text)
    return {
      pass: segments <= most,
      message: () =>
        `The message takes ${segments === 1 ? '1 segment' : `${segments} segments`} (${encoding}, length ${units}), ${
          segments <= most ? 'which fits into' : 'more than'
        } ${most}: ${quoted(text)}`,
    }
  },
  toBeLanguage(received: string | Message, language: string): Verdict {
    if (typeof received === 'string')
      throw new TypeError('toBeLanguage takes a message of openMessage: a text alone does not tell')
    const unlike = received.unlike(language)
    return {
      pass: unlike === undefined,
      message: () => `${unlike ?? `The message is for ${language}`}: ${quoted(received.text)}`,
    }
  },
})
