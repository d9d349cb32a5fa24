import type { OpenTemplate } from '../check/open-template.ts'
import { documented } from '../profile/known-variable.ts'
import { schemaAt } from '../profile/schema-at.ts'
import { collect } from '../syntax/walk.ts'
import { blocksAround, type Caret, caretAt } from './caret.ts'
import { type Place, placeAt, type ServiceDocument, textEdit } from './document.ts'
import { filterWords } from './filter-words.ts'
import { languageValues } from './language-values.ts'
import {
  type CompletionItem,
  type CompletionList,
  completionKinds,
  type Position,
} from './protocol.ts'
import { snippetsAt } from './snippets.ts'
import { tagWords } from './tag-words.ts'

/** One item before it is an edit of a file. */
interface Offer extends Omit<CompletionItem, 'textEdit' | 'kind'> {
  readonly kind: keyof typeof completionKinds
  /** What takes the place of the word at the caret; its label if absent. */
  readonly text?: string
}

/** What can be written at a position: what Auth0 documents for this kind of template, and languages by their names. */
export function complete(document: ServiceDocument, position: Position): CompletionList {
  const place = placeAt(document, position)
  if (place === undefined) return { isIncomplete: false, items: [] }
  const caret = caretAt(place.opened.template, place.offset)
  if (caret.kind === 'nothing') return { isIncomplete: false, items: [] }
  const start = place.offset - caret.word.length
  const items = offers[caret.kind](place, caret as never).flatMap((offer): CompletionItem[] => {
    const { text = offer.label, kind, ...rest } = offer
    const edit = place.opened.embedded.toHostEdit({ start, end: place.offset, text })
    const kindOf = completionKinds[kind]
    return edit ? [{ ...rest, kind: kindOf, textEdit: textEdit(document, edit) }] : []
  })
  return { isIncomplete: caret.kind === 'value', items }
}

type Offers = {
  readonly [Kind in Exclude<Caret['kind'], 'nothing'>]: (
    place: Place,
    caret: Caret & { readonly kind: Kind },
  ) => readonly Offer[]
}

const operators: Readonly<Record<string, string>> = {
  contains: 'the text stands somewhere in it, in other words too',
  '==': 'is exactly this',
  '!=': 'is anything else',
  and: 'both; grouped from the right',
  or: 'one of both; grouped from the right',
  '<': 'is less',
  '<=': 'is not more',
  '>': 'is more',
  '>=': 'is not less',
}

const described = (
  names: readonly string[],
  words: Readonly<Record<string, string>>,
  kind: Offer['kind'],
): readonly Offer[] =>
  names.map((label) => ({
    label,
    kind,
    ...(Object.hasOwn(words, label) && { documentation: words[label]! }),
  }))

const offers: Offers = {
  text: ({ opened, offset }) => [
    ...Object.entries(opened.profile.placeholders).map(
      ([name, variable]): Offer => ({
        ...described([variable], variableWords(opened), 'variable')[0]!,
        label: `@@${name}@@`,
      }),
    ),
    ...snippetsAt(opened, offset).map(
      (snippet): Offer => ({ ...snippet, kind: 'snippet', insertTextFormat: 2 }),
    ),
  ],

  tag: ({ opened, offset }) => {
    const ends = blocksAround(opened.template.nodes, offset).map(({ type }) => `end${type}`)
    return described([...ends.toReversed(), ...opened.profile.tags.names], tagWords, 'tag')
  },

  filter: ({ opened }) => described(opened.profile.filters.names, filterWords, 'filter'),

  operator: () =>
    Object.entries(operators).map(([label, detail]) => ({ label, kind: 'operator', detail })),

  variable: ({ opened }) => {
    const known = [...documented(opened.profile.variables)]
    const own = namesGiven(opened).filter((name) => !known.includes(name))
    return described([...own, ...known], variableWords(opened), 'variable')
  },

  value: ({ opened }, { word, quote, variable }) => {
    const quoted = (value: string): string => (quote === '' ? `'${value}'` : value)
    const listed = variable && schemaAt(opened.profile.variables, variable.split('.'))?.enum
    if (listed)
      return listed
        .filter((value) => value !== null)
        .map((label) => ({ label, kind: 'value', text: quoted(label) }))
    return languageValues(opened, word).map(({ tag, name }) => ({
      label: tag,
      kind: 'value',
      detail: name,
      text: quoted(tag),
    }))
  },
}

const variableWords = ({ profile }: OpenTemplate): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...documented(profile.variables)].map((path) => [
      path,
      schemaAt(profile.variables, path.split('.'))!.description,
    ]),
  )

/** The names that the template itself gives. */
const namesGiven = ({ template }: OpenTemplate): readonly string[] => [
  ...new Set(
    collect(template.nodes, (node) =>
      (node.type === 'assign' || node.type === 'capture') && node.name !== '' ? [node.name] : [],
    ),
  ),
]
