import {
  type RequestLanguageFacts,
  type SyntaxFacts,
  type TenantFacts,
  visible,
} from '@codeword/core'
import type { Surprise } from './learn.ts'

const headers: Readonly<Record<keyof RequestLanguageFacts, readonly [yes: string, no: string]>> = {
  'x-request-language': [
    'X-Request-Language comes as it was sent',
    'X-Request-Language does not come as it was sent',
  ],
  'accept-language': [
    'Accept-Language comes as it was sent',
    'Accept-Language does not come as it was sent',
  ],
  first: [
    'X-Request-Language wins over Accept-Language',
    'X-Request-Language does not win over Accept-Language',
  ],
  empty: ['an empty X-Request-Language counts', 'an empty X-Request-Language does not count'],
  option: [
    'options.request_language wins over Accept-Language',
    'options.request_language does not win over Accept-Language',
  ],
  none: ['without a header it is null', 'without a header it is not null'],
}

/** What a tenant was seen to do. */
export function factsText(
  { requestLanguage = {}, syntax = {}, trims, texts }: TenantFacts,
  surprises: readonly Surprise[],
): string {
  const names = Object.keys(headers) as (keyof RequestLanguageFacts)[]
  const seen = names.flatMap((name) => {
    const fact = requestLanguage[name]
    return fact === undefined ? [] : [headers[name][fact ? 0 : 1]]
  })
  if (seen.length === 0) seen.push('the tenant does not tell')
  const rows = Object.entries(syntax).map(([name, facts]) => `${name}: ${syntaxText(facts)}`)
  if (trims !== undefined) rows.push(`white space at the ends is ${trims ? 'taken away' : 'sent'}`)
  if (texts !== undefined)
    rows.push(`${texts.same} of ${texts.compared} texts came as codeword render predicts them`)
  const others = surprises.map(({ who, text }) => `${who} got otherwise:\n    ${visible(text)}`)
  return `request_language\n${list(seen)}${rows.length + others.length === 0 ? '' : `Texts\n${list([...rows, ...others])}`}`
}

const list = (rows: readonly string[]): string => rows.map((row) => `  ${row}\n`).join('')

const syntaxText = ({ runsLiquid, replacesMacros, first }: SyntaxFacts): string =>
  [
    runsLiquid ? 'Liquid runs' : 'Liquid does not run',
    replacesMacros ? '@@password@@ becomes the code' : '@@password@@ stays as it is',
    ...(first === undefined ? [] : [`${first === 'liquid' ? 'Liquid' : 'macros'} first`]),
  ].join(', ')
