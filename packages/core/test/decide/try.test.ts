import { it } from 'vitest'
import { prove } from '../../src/decide/prove.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'

const sample =
  "{% if request_language contains 'dutch' %}\nHier is uw code: @@password@@\n{% endif %}\n{% if request_language contains 'fr-FR' %}\nCeci est votre code: @@password@@\n{% endif %}\n"
const idiom = (langs: string[]) =>
  `{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}{%- case tag -%}${langs.map((l) => `{%- when '${l}' -%}Text ${l} @@password@@`).join('')}{%- else -%}Your code @@password@@{%- endcase -%}`
it('x', () => {
  for (const source of [sample, idiom(['nl', 'fr', 'fi', 'de'])]) {
    const question = {
      template: parse(source),
      profile: auth0Sms,
      variables: {},
      domain: 'header' as const,
    }
    for (let i = 0; i < 6; i++) {
      const t = performance.now()
      const a = prove(question)!
      const ms = performance.now() - t
      if (i === 0 || i === 5)
        console.log(
          ms,
          JSON.stringify(a.properties, null, 1),
          a.outcomes.length,
          a.conflicts.length,
          a.dead,
        )
    }
  }
})
