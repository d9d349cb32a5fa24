import { isMarker } from './markers.ts'

/** A quoted key that holds a secret, and its value: a text, even one without its end, or something else. */
const secret =
  /("(?:twilio_token|twilio_auth_token|auth_token|client_secret|secret)"\s*:?\s*)("(?:[^"\\\r\n]|\\[^\r\n])*"?|[^\s",}][^",}\r\n]*(?:"(?:[^"\\\r\n]|\\[^\r\n])*"?[^",}\r\n]*)*)/g

/**
 * A host file as it may be shown: every character of a secret is a bullet, so that all offsets stay true.
 * Works on the text, because secrets stand in files that cannot be parsed too.
 */
export const withoutSecrets = (text: string): string =>
  text.replace(secret, (whole, key: string, value: string) =>
    isMarker(value.replace(/^"|"$/g, '')) || /^(?:null|true|false)$/.test(value)
      ? whole
      : key + value.replace(/[^"[\]{}]/g, '•'),
  )
