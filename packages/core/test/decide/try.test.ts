import { it } from 'vitest'
import { prove } from '../../src/decide/prove.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'

const sample =
  "{% if request_language contains 'dutch' %}\nHier is uw code: @@password@@\n{% endif %}\n{% if request_language contains 'fr-FR' %}\nCeci est votre code: @@password@@\n{% endif %}\n"
const idiom = (langs: string[]) =>
  `{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}{%- case tag -%}${langs.map((l) => `{%- when '${l}' ${l === 'he' ? ", 'iw'" : l === 'id' ? ", 'in'" : ''} -%}Text ${l} @@password@@`).join('')}{%- else -%}Your code @@password@@{%- endcase -%}`
const codes =
  'nl fr fi de en he id es it pt pl sv da nb cs tr el ro hu uk ru ar hi th vi ja ko zh fil kok agq am as asa az bas be bem bez bg bm bn bo br brx bs ca ccp ce ceb cgg chr ckb cy dav dje doi dsb dua dyo dz ebu ee eo et eu ewo fa ff fo fur fy ga gd gl gsw gu guz gv ha haw hr hsb hy ia ig ii is jgo jmc jv ka kab kam kde kea kgp khq ki kk kkj kl kln km kn ks ksb ksf ksh ku kw ky lag lb lg lkt ln lrc lt lu luo luy lv mai mas mer mfe mg mgh mgo mi mk ml mn mni mr ms mt mua my mzn naq nd nds ne nmg nnh nus nyn om or os pa pcm ps qu raj rm rn rof rw rwk sa sah saq sat sbp sc sd'.split(
    ' ',
  )
it('x', { timeout: 200000 }, () => {
  const only = process.env.ONLY
  for (const [name, source] of [
    ['sample', sample],
    ['4', idiom(['nl', 'fr', 'fi', 'de'])],
    ['20', idiom(codes.slice(0, 20))],
    ['50', idiom(codes.slice(0, 50))],
    ['150', idiom(codes.slice(0, 150))],
  ] as const) {
    if (only && only !== name) continue
    const question = {
      template: parse(source),
      profile: auth0Sms,
      variables: {},
      domain: 'header' as const,
    }
    for (let i = 0; i < (name === '150' ? 3 : 6); i++) {
      const t = performance.now()
      const a = prove(question)!
      const ms = performance.now() - t
      console.log(
        name,
        ms.toFixed(1),
        a.properties.map(
          (p) =>
            `${p.name} ${p.status} ${p.domain} ${p.reason ?? ''} ${JSON.stringify(p.witness?.value)}`,
        ),
        a.outcomes.length,
        a.conflicts.length,
        a.dead,
      )
    }
  }
})
