import fc from 'fast-check'

/** Values of request_language that the conditions of `template` tell apart. */
export const languageValue: fc.Arbitrary<string | null> = fc.constantFrom(
  ...['nl', 'fr', 'fr-FR', 'dutch', '', '*', 'nl-NL,nl;q=0.9,fr;q=0.5', '👋', '@@password@@'],
  null,
)

const dash = fc.constantFrom('', '-')

/** `{% … %}` with and without whitespace control. */
const tag = (content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(dash, content, dash).map(([left, inner, right]) => `{%${left} ${inner} ${right}%}`)

const fixed = (content: string): fc.Arbitrary<string> => tag(fc.constant(content))

const join = (...pieces: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...pieces).map((made) => made.join(''))

const text = fc.constantFrom(
  ...[
    'Uw code: @@password@@',
    ' ',
    '\n',
    '  \n\t',
    'é👋',
    '@@code@@.',
    '@@',
    '@@pass',
    'word@@',
    '%}',
  ],
)

const value = fc.constantFrom(
  ...['request_language', "request_language | downcase | split: ',' | first", 'nothing', 'x', 'n'],
  ...["'@@password@@'", "'nl'", "' a '", 'forloop.index', '(1..2)', 'empty', '1.50', 'items'],
)

const condition = fc.constantFrom(
  ...[
    "request_language contains 'nl'",
    "request_language contains 'fr-FR'",
    'request_language == nil',
  ],
  ...[
    "request_language startswith 'fr'",
    "x == 'nl' or request_language == 'dutch'",
    'true',
    'false',
  ],
  ...['forloop.first', "request_language == ''"],
)

const collection = fc.constantFrom('(1..2)', 'nothing', 'items', 'request_language', '(3..1)')

const statement = fc.oneof(
  join(fc.constantFrom('assign x = ', 'echo ', 'cycle '), value),
  fc.constantFrom('increment n', 'decrement m', "cycle 'a', 'b'", 'break', 'continue', '# note'),
)

/** Lines of a `{% liquid %}` tag. */
const lines: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      statement,
      fc
        .tuple(condition, statement, statement)
        .map(([test, yes, no]) => `if ${test}\n ${yes}\nelse\n${no}\nendif`),
      fc
        .tuple(value, statement)
        .map(([of, then]) => `case ${of}\nwhen 'nl'\n${then}\nelse\nendcase`),
      collection.map((of) => `for i in ${of}\necho i\nelse\necho 0\nendfor`),
    ),
    { maxLength: 4 },
  )
  .map((made) => `{% liquid\n${made.join('\n')}\n%}`)

/** A template that LiquidJS accepts. */
export const template: fc.Arbitrary<string> = fc.letrec<{ body: string; node: string }>((tie) => {
  const body = tie('body')
  const elsif = join(tag(condition.map((test) => `elsif ${test}`)), body)
  const otherwise = fc.oneof(fc.constant(''), join(fixed('else'), body))
  const when = join(
    tag(fc.constantFrom("when 'nl', 'fr'", "when 'fr' or nothing", 'when request_language')),
    body,
  )
  const several = (of: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(of, { maxLength: 3 }).map((made) => made.join(''))
  const conditional = (name: 'if' | 'unless'): fc.Arbitrary<string> =>
    join(
      tag(condition.map((test) => `${name} ${test}`)),
      body,
      several(elsif),
      otherwise,
      fixed(`end${name}`),
    )
  return {
    body: fc
      .array(tie('node'), { maxLength: 4, depthIdentifier: 'body' })
      .map((made) => made.join('')),
    node: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'node' },
      { weight: 4, arbitrary: text },
      {
        weight: 2,
        arbitrary: fc.tuple(dash, value, dash).map(([l, v, r]) => `{{${l} ${v} ${r}}}`),
      },
      { weight: 2, arbitrary: tag(statement) },
      { weight: 1, arbitrary: lines },
      { weight: 1, arbitrary: fc.constant('{% raw %} {{ @@password@@ {%- if {% endraw %}') },
      { weight: 1, arbitrary: join(fixed('comment'), text, fixed('if x'), fixed('endcomment')) },
      { weight: 4, arbitrary: conditional('if') },
      { weight: 1, arbitrary: conditional('unless') },
      {
        weight: 2,
        arbitrary: join(
          tag(value.map((of) => `case ${of}`)),
          text,
          several(when),
          otherwise,
          fixed('endcase'),
        ),
      },
      {
        weight: 1,
        arbitrary: join(
          tag(collection.map((of) => `for i in ${of}`)),
          body,
          otherwise,
          fixed('endfor'),
        ),
      },
      {
        weight: 1,
        arbitrary: join(fixed('tablerow i in (1..3) cols:2'), body, fixed('endtablerow')),
      },
      { weight: 1, arbitrary: join(fixed('capture x'), body, fixed('endcapture')) },
      { weight: 1, arbitrary: join(fixed('block b'), text, fixed('endblock')) },
    ),
  }
}).body

const debris = fc.constantFrom(
  ...[
    '{%',
    '%}',
    '{{',
    '}}',
    '{%-',
    '-%}',
    "'",
    '"',
    '|',
    ':',
    ',',
    '.',
    '=',
    '@@',
    '[',
    ']',
    '(',
    '..',
  ],
  ...[
    '{% endif %}',
    '{% else %}',
    '{% if',
    '{% elsif x %}',
    '{% when 1 %}',
    '{% raw %}',
    '{% endraw %}',
  ],
  ...[
    '{% comment %}',
    '{% nosuch %}',
    "{% include 'x' %}",
    '| upcase',
    '| nosuch: 1',
    '| first',
    ' ',
  ],
  ...[
    '| url_decode',
    '| default: 1, 2',
    '| slice: 1',
    '| json',
    '{% liquid',
    '\n',
    '\0',
    '\uD800',
    '\u202E',
  ],
)

/** A template with pieces cut out and put in anywhere: most are rejected. */
export const mutated: fc.Arbitrary<string> = fc
  .tuple(
    template,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.option(debris, { nil: '' })), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([source, edits]) =>
    edits.reduce((text, [place, length, put]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + put + text.slice(at + length)
    }, source),
  )
