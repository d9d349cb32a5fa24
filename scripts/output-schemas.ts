import { propertyNames } from '../packages/core/src/decide/analysis.ts'

/**
 * The JSON that commands print, as JSON Schemas for those who read it. Keys are added, never renamed or
 * removed, so the schemas allow others; the tests do not.
 */

type Schema = Readonly<Record<string, unknown>>

const text = (description: string): Schema => ({ type: 'string', description })
const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description })
const truth = (description: string): Schema => ({ type: 'boolean', description })
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description })
const oneOf = (values: readonly string[], description: string): Schema => ({
  enum: values,
  description,
})

/** An object; keys that end in `?` may be absent. */
function object(description: string, properties: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(properties).map(
    ([key, schema]) => [key.replace(/\?$/, ''), schema] as const,
  )
  return {
    type: 'object',
    description,
    required: Object.keys(properties).filter((key) => !key.endsWith('?')),
    properties: Object.fromEntries(entries),
  }
}

const document = (title: string, schema: Schema): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  ...schema,
})

const domain = oneOf(['tag', 'real', 'header', 'any'], 'A set of values; see docs/domains.md.')
const value: Schema = {
  type: ['string', 'null'],
  description: 'What the language variable holds; null: the header is missing.',
}
const inputs: Schema = {
  type: 'object',
  description: 'What other variables hold, by dotted name; null: it is missing.',
}
const domainAsked: Schema = {
  description: 'The domain that was asked for, or the values themselves.',
  anyOf: [domain, list(value, 'The listed values.')],
}
const languages = list(text('A language tag.'), 'Served languages, as canonical tags.')
const encoding = oneOf(['GSM-7', 'UCS-2'], 'How the text is sent.')
const units = count('Septets of GSM-7 or UTF-16 units of UCS-2.')
const segments = count('What is billed.')
const engine = text('What rendered, with its version.')
const profile = text('The kind of template.')
const version: Schema = { const: 1, description: 'Of this format.' }
const span = {
  start: count('UTF-16 offset in the file.'),
  end: count('UTF-16 offset in the file, exclusive.'),
}
const realistic = object('A value of the class that real clients send.', { value })

const place = object('A place in the file.', {
  line: { type: 'integer', minimum: 1, description: 'From 1.' },
  column: { type: 'integer', minimum: 1, description: 'From 1, in UTF-16 units.' },
  offset: count('UTF-16 units before it.'),
})

const diagnostic = object('A finding.', {
  rule: text('Its rule, as docs/rules names it.'),
  severity: oneOf(['error', 'warning', 'info'], 'How much it weighs.'),
  message: text('What the customer gets, and what to do.'),
  'proved?': truth(
    'Stands on proof rules only: decided for the whole domain, else found by search.',
  ),
  start: place,
  end: place,
  'witness?': object('A customer who shows it.', {
    variable: text('The language variable.'),
    value,
    'inputs?': inputs,
    text: text('What that customer gets, with a fake code.'),
    domain,
  }),
  fixes: list(
    object('A change of the file that mends it.', {
      title: text('What it does.'),
      safe: truth('Nobody else gets another message.'),
      edits: list(
        object('A replacement.', { ...span, text: text('What takes the place.') }),
        'All of them together, in the text as it was.',
      ),
    }),
    'What can be done about it.',
  ),
  docs: text('The page about the rule.'),
})

const lintedFile = {
  path: text('As it was given.'),
  'profile?': profile,
  diagnostics: list(diagnostic, 'In source order.'),
}

const summary = object('All files together.', {
  errors: count('Findings that weigh so.'),
  warnings: count('Findings that weigh so.'),
  infos: count('Findings that weigh so.'),
})

const lint = object('What `codeword lint --format json` prints.', {
  version,
  files: list(object('A file, a clean one too.', lintedFile), 'Every file that was linted.'),
  summary,
})

const outcome = object('Values that all get one message.', {
  witness: object('The simplest of them.', { value, 'inputs?': inputs }),
  'realistic?': realistic,
  languages,
  text: text('The message, with a fake code.'),
  encoding,
  units,
  segments,
  'cost?': { type: 'number', description: 'Of one message, at the --price.' },
  'requests?': count('Real requests of --values that get it.'),
})

const property = object('Something that should hold for everybody.', {
  name: oneOf(propertyNames, 'Which; docs/explain.md words them.'),
  status: oneOf(['proved', 'broken', 'unproved'], 'Whether it does.'),
  domain: {
    ...domain,
    description: 'Proved: the widest in which it holds. Broken: the narrowest with a witness.',
  },
  'witness?': object('A customer for whom it does not hold.', {
    value,
    'inputs?': inputs,
    text: text('What that customer gets.'),
  }),
  'reason?': text('Why it is not proved.'),
  'segments?': object('Of within-limits: the most segments that a message takes.', {
    most: count('As far as is known.'),
    proved: truth('No message takes more.'),
  }),
})

const explainKeys = {
  profile,
  engine,
  domain: domainAsked,
  languages,
  fallback: {
    type: ['string', 'null'],
    description: 'The language of the text for everybody else, where known.',
  },
  'assumptions?': list(text('One sentence.'), 'What cannot be settled and matters here.'),
  complete: truth('Every value of the domain is in one of the outcomes.'),
  outcomes: list(outcome, 'The decision table.'),
  'blocks?': list(
    object('A block that stands on its own.', {
      ...span,
      arms: list(
        object('One text.', { ...span, 'witness?': object('Who gets it.', { value }) }),
        'Its texts.',
      ),
    }),
    'In place of all outcomes, where there are too many.',
  ),
  'conflicts?': list(
    object('Two texts that one customer gets together.', {
      arms: list(object('A text.', span), 'Both.'),
      witness: object('Who does.', { value, text: text('What that customer gets.') }),
    }),
    'Texts of different languages in one message.',
  ),
  properties: { ...list(property, 'All eight.'), minItems: 8, maxItems: 8 },
  'requests?': object('What became of the lines of --values.', {
    total: count('Requests.'),
    unlisted: count('Requests with a message that is not listed, or none.'),
    unreadable: count('Lines that nothing could be made of.'),
    unrelated: count('Log events that are no requests for a code.'),
    'cost?': { type: 'number', description: 'Of all, at the --price.' },
  }),
}

const message: Schema = {
  description: 'null: the customer gets nothing, since Liquid rejects the template or stops.',
  anyOf: [
    { type: 'null' },
    object('A message.', { text: text('With a fake code.'), encoding, units, segments }),
  ],
}

const diff = object('What `codeword diff --json` prints.', {
  before: text('The old file or revision.'),
  after: text('The new one.'),
  profile,
  engine,
  domain: domainAsked,
  languages,
  proved: truth('No other message changes.'),
  complete: truth('The same.'),
  by: oneOf(['message', 'text'], 'What a change is: a message, or a text in many of them.'),
  'reason?': text('Why it is not proved.'),
  changes: list(
    object('Values whose message changes in the same way.', {
      witness: object('The simplest of them.', { value, domain, 'inputs?': inputs }),
      'realistic?': realistic,
      languages,
      before: message,
      after: message,
      'part?': object('The text that they all lose and the one that they gain.', {
        before: text('Lost.'),
        after: text('Gained.'),
      }),
    }),
    'Whose message changes.',
  ),
})

const check = object('What `codeword check --json` prints.', {
  version,
  files: list(
    object('A file.', {
      ...lintedFile,
      templates: list(
        object('A template in it.', {
          name: text('Where in the file; empty where the file is the template.'),
          explanation: {
            description: 'As `codeword explain --json`; null: Liquid rejects the template.',
            anyOf: [{ type: 'null' }, object('Who reads what.', explainKeys)],
          },
        }),
        'Every template of the file.',
      ),
    }),
    'Every file that was given.',
  ),
  summary,
})

const render = object('What `codeword render --json` prints.', {
  variable: text('The language variable.'),
  value,
  text: text('The message.'),
  encoding,
  units,
  segments,
  parts: list(
    object('One segment.', {
      text: text('Its text.'),
      start: count('UTF-16 offset in the message.'),
      end: count('UTF-16 offset in the message, exclusive.'),
      units,
    }),
    'The message in the segments in which it is sent.',
  ),
  arms: list(object('A branch that the message was made by.', { ...span, languages }), 'In order.'),
})

const score = {
  type: 'number',
  minimum: 0,
  maximum: 100,
  description: 'Per cent; see docs/mutation.md.',
}
const messageText = (description: string): Schema => ({ type: ['string', 'null'], description })

const mutate = object('What `codeword mutate --json` prints.', {
  version,
  engine,
  score,
  fixtures: list(
    object('A fixture.', {
      path: text('As it was given.'),
      template: object('What it speaks of.', {
        path: text('Of its file.'),
        name: text('Where in the file; empty where the file is the template.'),
      }),
      profile,
      domain: domainAsked,
      score,
      counts: object('Mutants by their end.', {
        killed: count('A case gets another message.'),
        survived: count('No case does, and one is known that would.'),
        equivalent: count('No message changes.'),
        open: count('Neither is known.'),
      }),
      mutants: list(
        object('A fault that was planted.', {
          operator: text('Its kind, as docs/mutation.md names it.'),
          fault: text('What is other than in the template.'),
          start: place,
          end: place,
          status: oneOf(['killed', 'survived', 'equivalent', 'open'], 'What became of it.'),
          'by?': text('Killed: the name of the first case that does.'),
          'case?': count('Survived: the place in `cases` of one that would.'),
          'before?': messageText('Survived: what that case gets; null: nothing.'),
          'after?': messageText('Survived: what it would get; null: nothing.'),
          'method?': oneOf(['proof', 'listed'], 'Equivalent: how that is known.'),
          'domain?': domain,
          'reason?': text('Open: why.'),
        }),
        'In source order.',
      ),
      cases: list(
        object('A case that the fixture lacks.', {
          name: text('Of no case of the fixture.'),
          'headers?': { type: 'object', description: 'As a fixture has them.' },
          'value?': value,
          'variables?': { type: 'object', description: 'As a fixture has them.' },
          witness: object('What the language variable gets.', { value }),
          realistic: truth('Clients are known to send the value.'),
          'fault?': oneOf(
            ['syntax-error', 'empty-message', 'code-missing'],
            'The rule that tells what is wrong with its message: it is never written.',
          ),
        }),
        'Together they kill all that survive.',
      ),
      written: truth('Those without a fault were written into the fixture.'),
    }),
    'Every fixture that could be read.',
  ),
})

/** By the name of the command. */
export const outputSchemas: Readonly<Record<string, Schema>> = {
  lint: document('Output of codeword lint', lint),
  explain: document(
    'Output of codeword explain',
    object('What `codeword explain --json` prints.', explainKeys),
  ),
  diff: document('Output of codeword diff', diff),
  check: document('Output of codeword check', check),
  render: document('Output of codeword render', render),
  mutate: document('Output of codeword mutate', mutate),
}
