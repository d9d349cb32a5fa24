import { prove } from '../packages/core/src/decide/prove.ts'
import { auth0Sms } from '../packages/core/src/profile/auth0-sms.ts'
import { parse } from '../packages/core/src/syntax/parse.ts'
const sample = "{% if request_language contains 'dutch' %}\nHier is uw code: @@password@@\n{% endif %}\n{% if request_language contains 'fr-FR' %}\nCeci est votre code: @@password@@\n{% endif %}\n"
const idiom = (langs: string[]) => `{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}{%- case tag -%}${langs.map((l) => `{%- when '${l}' ${({ he: ", 'iw'", id: ", 'in'", ro: ", 'mo'" } as Record<string, string>)[l] ?? ''} -%}Text ${l} @@password@@`).join('')}{%- else -%}Your code @@password@@{%- endcase -%}`
const codes = 'nl fr fi de en he id es it pt pl sv da nb cs tr el ro hu uk ru ar hi th vi ja ko zh fil kok agq am as asa az bas be bem bez bg bm bn bo br brx bs ca ccp ce ceb cgg chr ckb cy dav dje doi dsb dua dyo dz ebu ee eo et eu ewo fa ff fo fur fy ga gd gl gsw gu guz gv ha haw hr hsb hy ia ig ii is jgo jmc jv ka kab kam kde kea kgp khq ki kk kkj kl kln km kn ks ksb ksf ksh ku kw ky lag lb lg lkt ln lrc lt lu luo luy lv mai mas mer mfe mg mgh mgo mi mk ml mn mni mr ms mt mua my mzn naq nd nds ne nmg nnh nus nyn om or os pa pcm ps qu raj rm rn rof rw rwk sa sah saq sat sbp sc sd'.split(' ')
const n = Number(process.argv[2])
const source = n ? idiom(codes.slice(0, n)) : sample
for (let i = 0; i < Number(process.argv[3] ?? 5); i++) {
  const t = performance.now()
  prove({ template: parse(source), profile: auth0Sms, variables: {}, domain: 'header' })
  console.log((performance.now() - t).toFixed(1))
}
