import { randomTemplate } from '../decide/random-template.ts'

const words: Readonly<Record<string, string>> = {
  nl: 'Uw code is @@password@@',
  fr: 'Votre code est @@password@@.',
  'fr-FR': 'Voici votre code : @@password@@',
  de: 'Dein Code: @@password@@',
  'pt-BR': 'Seu código é @@password@@',
  fi: 'Koodisi on @@password@@',
  he: 'הקוד שלך: @@password@@',
  en: 'Your Acme code is @@password@@.',
}

const idiom =
  "downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first"

type Fault = readonly [RegExp, readonly string[]]

/** What goes wrong in templates: a place, and what people write there. */
const faults: readonly Fault[] = [
  [/elsif/, ['elseif', 'else if', 'elif', 'ELSIF', 'elsef']],
  [/endif|endcase/, ['endfi', 'end', 'END', '']],
  [/\bif\b/, ['iff', 'If', 'unless']],
  [/\bwhen\b/, ['wen', 'When']],
  [/'(\w+)'/, ['‘$1’', '“$1”', '$1', "'$1", '"$1"']],
  [/'nl'/, ["'dutch'", "'nld'", "'Nederlands'"]],
  [/'(\w\w)'/, ["'$1-'", "'$1' or 'xx'", "'$1', 'de'"]],
  [/==/, ['=', '===', 'eq', 'is', '!=', 'contains', '=>']],
  [/contains/, ['Contains', 'includes', 'startswith', '==']],
  [/ or /, [' OR ', ' || ', ', ', ' and ']],
  [
    /@@password@@/,
    [
      '@@Password@@',
      '{code}',
      '@@ password @@',
      '{{ Code }}',
      '@@otp@@',
      '',
      '$code',
      '{{ code }}',
    ],
  ],
  [/[.:]/, ['…', '’', '\u00a0', ' – ', ' ']],
  [/downcase/, ['lowercase', 'Downcase', 'downcas']],
  [/ \| replace: '_', '-'/, ['']],
  [/ \| split: '-' \| first/, ['']],
  [/request_language/, ['requestlanguage', 'language', 'request_languge', 'locale']],
  [/-%\}|\{%-/, ['%}', '{%', '%}\n']],
  [/%\}/, ['%', '}', '-%} ', '%}  ']],
  [/\{% else %\}[^{]*/, ['']],
]

/** A template as teams write them, with faults as they make them; now and then one that nobody writes. */
export function faultyTemplate(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  if (random() < 0.1) return randomTemplate(random, Object.keys(words))
  const count = 1 + Math.floor(random() * 4)
  const tags = Object.keys(words)
    .sort(() => random() - 0.5)
    .slice(0, count)
  let source = pick(shapes)(tags, pick)
  for (let n = Math.floor(random() * 4); n > 0; n--) {
    const [pattern, replacements] = pick(faults)
    const places = [...source.matchAll(new RegExp(pattern, 'g'))]
    const place = places[Math.floor(random() * places.length)]
    if (place === undefined) continue
    const written = place[0].replace(pattern, pick(replacements))
    source = source.slice(0, place.index) + written + source.slice(place.index + place[0].length)
  }
  return source
}

type Shape = (tags: readonly string[], pick: <T>(list: readonly T[]) => T) => string

const spaces = ['', '', '\n', '\n  ', ' ']

const shapes: readonly Shape[] = [
  (tags, pick) => {
    const [operator, gap] = [pick(['contains', '==']), pick(spaces)]
    const arms = tags.map(
      (tag, i) =>
        `{% ${i === 0 ? 'if' : 'elsif'} request_language ${operator} '${tag}' %}${gap}${words[tag]}${gap}`,
    )
    return `${arms.join('')}${pick(['', '{% else %}Code: @@password@@'])}{% endif %}${gap}`
  },
  (tags, pick) => {
    const [operator, gap, trim] = [pick(['contains', '==']), pick(spaces), pick(['', '-'])]
    return tags
      .map(
        (tag) =>
          `{%${trim} if request_language ${operator} '${tag}' ${trim}%}${gap}${words[tag]}${gap}{%${trim} endif ${trim}%}`,
      )
      .join(gap)
  },
  (tags, pick) => {
    const cut = pick([idiom, "downcase | split: ',' | first", 'slice: 0, 2', "split: '-' | first"])
    const arms = tags.map((tag) => `{%- when '${tag.slice(0, 2)}' -%}${pick(spaces)}${words[tag]}`)
    return `{%- assign tag = request_language | ${cut} -%}{%- case tag -%}${arms.join('')}{%- else -%}Code: @@password@@{%- endcase -%}`
  },
  (tags, pick) => {
    const [first = 'nl', second = 'fr'] = tags
    return `{% if request_language == '${first}' or request_language contains '${second}' %}${words[first]}{% else %}${pick(['{% if request_language == blank %}No{% endif %}', ''])}Hi {{ application.name }}: @@password@@{% endif %}`
  },
]
