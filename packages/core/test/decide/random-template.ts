/** Constants that meet every corner of case, spaces, overlaps and code units. */
const nastyTexts = [
  '',
  'a',
  'b',
  'A',
  'ab',
  'ba',
  'aa',
  'aab',
  '-',
  ',',
  ' ',
  'a,',
  ',b',
  'a-b',
  'B',
  'ß',
  'ss',
  'SS',
  'k',
  'K',
  '😀',
  '\u00a0',
  'null',
  'i\u0307',
  '..',
  '\u0130',
]

/** Constants that people write. */
export const languageTexts = [
  'en',
  'nl',
  'fr',
  'fr-FR',
  'pt-BR',
  'zh',
  'zh-Hant',
  'de',
  'fi',
  '-',
  '_',
  ',',
  ';',
  'EN',
  'dutch',
  'he',
  'iw',
] as const

/** Random templates over the whole grammar that is decided, as source text. */
export function randomTemplate(
  random: () => number,
  texts: readonly string[] = nastyTexts,
): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const chance = (p: number): boolean => random() < p
  const int = (n: number): number => Math.floor(random() * n)

  const quoted = (): string => {
    const text = pick(texts)
    return chance(0.5) ? `'${text}'` : `"${text}"`
  }
  const locals = ['s', 't', 'u']
  const variable = (): string =>
    chance(0.55)
      ? 'request_language'
      : chance(0.85)
        ? pick(locals)
        : pick(['nothing', 'application.name', 'kind'])
  const path = (): string =>
    chance(0.85)
      ? variable()
      : variable() + pick(['.size', '.first', '.last', '[0]', '[1]', '[-1]'])
  const literal = (): string =>
    chance(0.75)
      ? quoted()
      : pick(['nil', 'empty', 'blank', 'true', 'false', '0', '1', '2', '3', "'x'"])
  const operand = (): string => (chance(0.6) ? path() : literal())

  const filter = (): string =>
    pick<() => string>([
      () => 'downcase',
      () => 'upcase',
      () => 'capitalize',
      () => (chance(0.8) ? 'strip' : `strip: ${quoted()}`),
      () => (chance(0.8) ? 'lstrip' : `lstrip: ${quoted()}`),
      () => (chance(0.8) ? 'rstrip' : `rstrip: ${quoted()}`),
      () => `slice: ${int(7) - 3}${chance(0.7) ? `, ${int(5) - 1}` : ''}`,
      () => `split: ${quoted()} | ${pick(['first', 'last', 'size', 'first', 'last'])}`,
      () => `split: ${quoted()}`,
      () => `split: ${quoted()} | slice: 0, ${int(3) + 1} | join: ${quoted()}`,
      () => `split: ${quoted()} | join${chance(0.5) ? `: ${quoted()}` : ''}`,
      () => `append: ${path()}`,
      () => `replace: ${quoted()}, ${quoted()}`,
      () => `replace_first: ${quoted()}, ${quoted()}`,
      () => `remove: ${quoted()}`,
      () => `remove_first: ${quoted()}`,
      () => `append: ${quoted()}`,
      () => `prepend: ${quoted()}`,
      () => `truncate: ${int(5)}${chance(0.5) ? `, ${quoted()}` : ''}`,
      () => `default: ${chance(0.8) ? literal() : path()}`,
      () => 'size',
      () => pick(['first', 'last']),
      () => pick(['frobnicate', 'escape', 'reverse', 'join']),
    ])()
  const filters = (most: number): string =>
    Array.from({ length: int(most + 1) }, () => ` | ${filter()}`).join('')

  const comparison = (): string => {
    if (chance(0.12)) return operand()
    const operator = pick([
      'contains',
      'contains',
      'contains',
      '==',
      '==',
      '==',
      '!=',
      '<',
      '>',
      '<=',
      '>=',
    ])
    if ('<>='.includes(operator[0]!) && operator !== '==')
      return `${pick(['request_language.size', 's.size', 't', 's'])} ${operator} ${int(5)}`
    return chance(0.9)
      ? `${path()} ${operator} ${literal()}`
      : `${operand()} ${operator} ${operand()}`
  }
  const condition = (): string => {
    const terms = Array.from(
      { length: chance(0.6) ? 1 : 2 + int(2) },
      () => (chance(0.12) ? 'not ' : '') + comparison(),
    )
    return (
      terms.reduce((all, term) => `${all} ${pick(['and', 'or'])} ${term}`) +
      (chance(0.05) ? ` | ${filter()}` : '')
    )
  }

  let arm = 0
  const words = (): string => {
    const n = arm++
    return pick([
      `M${n} @@password@@`,
      `M${n}`,
      `@@password@@`,
      ' ',
      '\n',
      `{{ request_language }}`,
      `{{ ${pick(locals)} }}`,
      `{{ ${path()}${filters(2)} }}`,
      `{{ code }} M${n}`,
    ])
  }
  const assign = (): string => `{% assign ${pick(locals)} = ${operand()}${filters(3)} %}`
  const block = (depth: number): string => {
    const inner = (): string => (depth > 0 && chance(0.45) ? body(depth - 1) : words())
    return pick<() => string>([
      words,
      assign,
      assign,
      () => `{% if ${condition()} %}${inner()}{% endif %}`,
      () =>
        `{% ${pick(['if', 'unless'])} ${condition()} %}${inner()}${Array.from({ length: int(3) }, () => `{% elsif ${condition()} %}${inner()}`).join('')}${chance(0.6) ? `{% else %}${inner()}` : ''}{% ENDIF %}`,
      () =>
        `{% case ${operand()} %}${Array.from({ length: 1 + int(4) }, () => `{% when ${Array.from({ length: 1 + int(2) }, () => (chance(0.9) ? literal() : path())).join(pick([', ', ' or ']))} %}${inner()}`).join('')}${chance(0.5) ? `{% else %}${inner()}` : ''}{% endcase %}`,
      () => `{% capture ${pick(locals)} %}${inner()}{% endcapture %}`,
      () => loop(),
      () =>
        chance(0.15)
          ? `{% for e in (1..3) %}${inner()}${chance(0.4) ? `{% if ${condition()} %}{% break %}{% endif %}` : ''}{% endfor %}`
          : words(),
    ])()
  }
  const loop = (): string => {
    const test = (): string =>
      pick([
        `e ${pick(['==', 'contains'])} ${quoted()}`,
        `p ${pick(['==', 'contains'])} ${quoted()}`,
        `found == ${quoted()}`,
        'found',
        `e.size > ${int(3)}`,
      ])
    const round = `{%- assign p = e${filters(2)} -%}${Array.from({ length: 1 + int(2) }, () => `{%- ${pick(['if', 'unless'])} ${test()} -%}{%- assign found = ${quoted()} -%}${chance(0.3) ? `{%- ${pick(['break', 'continue'])} -%}` : ''}{%- ENDIF -%}`).join('')}`
    return `{% assign list = request_language${chance(0.3) ? ' | downcase' : ''} | split: ${pick(["','", "'-'", "'ab'", "'aa'"])} %}{% for e in list %}${round}${chance(0.2) ? '{% else %}none' : ''}{% endfor %}{% if found ${chance(0.5) ? `== ${quoted()}` : ''} %}${words()}{% else %}${words()}{% endif %}`
  }
  const body = (depth: number): string =>
    Array.from({ length: 1 + int(3) }, () => block(depth)).join('')

  // A block that opens with `unless` closes so.
  return body(2).replace(/\{%-? (if|unless) |\{%-? (?:ENDIF|endif) -?%\}/g, matchEnds())
}

function matchEnds(): (tag: string, opening?: string) => string {
  const open: string[] = []
  return (tag, opening) => {
    if (opening) open.push(opening)
    else return tag.replace(/endif/i, `end${open.pop()}`)
    return tag
  }
}
