import type { Documented } from './profile.ts'

/**
 * Auth0 lists what its Liquid supports for phone and for email templates, in two pages with equal lists.
 * The passwordless SMS page lists no tags or filters of its own, so those profiles borrow these.
 */
const phonePage =
  'https://auth0.com/docs/customize/phone-messages/phone-templates/supported-liquid-syntax'
const emailPage = 'https://auth0.com/docs/customize/email/email-templates/supported-liquid-syntax'

/** As on the page, and `when`, without which its `case` could not be written. */
const tags: readonly string[] = [
  ...['for', 'cycle', 'tablerow'],
  ...['if', 'unless', 'elsif', 'else', 'case', 'when'],
  ...['assign', 'increment', 'decrement'],
  ...['include', 'layout'],
  ...['raw', 'comment'],
]

const filters: readonly string[] = [
  ...['plus', 'minus', 'modulo', 'times', 'floor', 'ceil', 'round', 'divided_by', 'abs'],
  ...['at_least', 'at_most'],
  ...['append', 'prepend', 'capitalize', 'upcase', 'downcase', 'strip', 'lstrip', 'rstrip'],
  ...['strip_newlines', 'split', 'replace', 'replace_first', 'remove', 'remove_first'],
  ...['truncate', 'truncatewords'],
  ...['escape', 'escape_once', 'url_encode', 'url_decode', 'strip_html', 'newline_to_br'],
  ...['slice', 'map', 'sort', 'sort_natural', 'first', 'last', 'join', 'reverse', 'size'],
  ...['date', 'default'],
]

export const phoneTags: Documented = { source: phonePage, names: tags }
export const phoneFilters: Documented = { source: phonePage, names: filters }

/** Emails have Auth0's own `debug` as well, which prints the variables of the template. */
export const emailTags: Documented = { source: emailPage, names: [...tags, 'debug'] }
export const emailFilters: Documented = { source: emailPage, names: filters }
