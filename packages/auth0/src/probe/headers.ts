import type { RequestLanguageFacts } from '@codeword/core'
import type { Started } from '../api/start-login.ts'

/** A question about headers, which the answer to one login settles. */
export interface HeaderQuestion {
  readonly fact: keyof RequestLanguageFacts
  readonly headers: Readonly<Record<string, string>>
  /** What `request_language` is if the fact holds. */
  readonly expected: string | null
}

/** Nobody's real header has these lists, so that whoever normalises them shows. */
const asked = 'de-CH , fr;q=0.9'
const accepted = 'nl-BE,nl;q=0.8 , en;q=0.5'

const explicit: readonly HeaderQuestion[] = [
  { fact: 'x-request-language', headers: { 'x-request-language': asked }, expected: asked },
  {
    fact: 'first',
    headers: { 'x-request-language': asked, 'accept-language': accepted },
    expected: asked,
  },
  {
    fact: 'empty',
    headers: { 'x-request-language': '', 'accept-language': accepted },
    expected: '',
  },
]

/**
 * https://auth0.com/docs/authenticate/passwordless/authentication-methods/sms-otp
 * @param option `options.request_language` of the connection, which may stand in for the other header and for none
 */
export const headerQuestions = (option: string | undefined): readonly HeaderQuestion[] =>
  option === undefined
    ? [
        ...explicit,
        { fact: 'accept-language', headers: { 'accept-language': accepted }, expected: accepted },
        { fact: 'none', headers: {}, expected: null },
      ]
    : [...explicit, { fact: 'option', headers: { 'accept-language': accepted }, expected: option }]

/** @returns undefined where the tenant did not say */
export const headerFact = (
  { expected }: HeaderQuestion,
  { requestLanguage }: Started,
): boolean | undefined => (requestLanguage === undefined ? undefined : requestLanguage === expected)
