import { canonicalTag, expectedScript } from '../language/tag.ts'
import type { Catalogue, CatalogueEntry } from './catalogue.ts'
import { sourceHash } from './state.ts'

/** A first text for a code message, by language. `{brand}` is put in; all of them want a reader of the language. */
const starters: Readonly<Record<string, string>> = {
  ar: 'رمز {brand} الخاص بك هو {code}',
  bg: 'Вашият код за {brand} е {code}',
  cs: 'Váš kód pro {brand} je {code}',
  da: 'Din {brand}-kode er {code}',
  de: 'Ihr {brand}-Code lautet {code}',
  el: 'Ο κωδικός σας για {brand} είναι {code}',
  en: 'Your {brand} code is {code}',
  es: 'Tu código de {brand} es {code}',
  et: 'Sinu {brand} kood on {code}',
  fi: '{brand}-koodisi on {code}',
  fr: 'Votre code {brand} est {code}',
  he: 'קוד {brand} שלך הוא {code}',
  hi: 'आपका {brand} कोड {code} है',
  hr: 'Vaš {brand} kod je {code}',
  hu: 'Az Ön {brand}-kódja: {code}',
  id: 'Kode {brand} Anda adalah {code}',
  it: 'Il tuo codice {brand} è {code}',
  ja: '{brand}の認証コードは{code}です',
  ko: '{brand} 인증번호는 {code}입니다',
  lt: 'Jūsų {brand} kodas: {code}',
  lv: 'Jūsu {brand} kods ir {code}',
  nb: '{brand}-koden din er {code}',
  nl: 'Uw code voor {brand} is {code}',
  no: '{brand}-koden din er {code}',
  pl: 'Twój kod {brand} to {code}',
  pt: 'O seu código {brand} é {code}',
  'pt-BR': 'Seu código {brand} é {code}',
  ro: 'Codul dvs. {brand} este {code}',
  ru: 'Ваш код {brand}: {code}',
  sk: 'Váš kód pre {brand} je {code}',
  sl: 'Vaša koda za {brand} je {code}',
  sv: 'Din kod för {brand} är {code}',
  th: 'รหัส {brand} ของคุณคือ {code}',
  tr: '{brand} kodunuz: {code}',
  uk: 'Ваш код {brand}: {code}',
  vi: 'Mã {brand} của bạn là {code}',
  'zh-Hans': '您的{brand}验证码是{code}',
  'zh-Hant': '您的{brand}驗證碼是{code}',
}

/**
 * A first catalogue: a text for each language that is known here, and the source text, to be translated, for the others.
 * @param languages that `readLanguage` takes; the first is the fallback
 * @param brand who sends it
 */
export function starterCatalogue(
  languages: readonly [string, ...string[]],
  brand: string,
): Catalogue {
  const [fallback, ...others] = languages
  const source = written(starterFor(fallback) ?? starters.en!, brand)
  const hash = sourceHash(source)
  const entries: readonly CatalogueEntry[] = others.map((tag) => {
    const text = starterFor(tag)
    return text === undefined
      ? { tag, text: source }
      : { tag, text: written(text, brand), source: hash }
  })
  return {
    template: './otp.liquid',
    fallback,
    languages,
    limits: { segments: 1 },
    entries: [{ tag: fallback, text: source }, ...entries],
  }
}

const written = (text: string, brand: string): string => text.replace('{brand}', () => brand)

function starterFor(tag: string): string | undefined {
  const canonical = canonicalTag(tag)!
  const [language = ''] = canonical.split('-')
  const names = [canonical, `${language}-${expectedScript(canonical)}`, language]
  return names.map((name) => starters[name]).find((text) => text !== undefined)
}
