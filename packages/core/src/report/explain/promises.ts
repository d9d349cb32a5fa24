import type { Property, PropertyName } from '../../decide/analysis.ts'
import { isBlank } from '../../decide/message.ts'
import { aCustomer } from '../../lint/customer.ts'
import { engine } from '../../render/engine.ts'
import { shortened } from '../../text/shortened.ts'
import { visible } from '../../text/visible.ts'
import { counted } from '../report.ts'
import { wheres } from '../value-names.ts'
import { emptyMessage } from '../witness.ts'
import { lineNames } from './block-notes.ts'
import { domainText, type Explanation } from './explanation.ts'

/** A property as people who know no Liquid read it. */
export interface Promised {
  readonly name: PropertyName
  /** `informative`: it does not hold, and need not. */
  readonly tone: Property['status'] | 'informative'
  /** What holds where it is proved: `nobody gets an empty message`. */
  readonly title: string
  /** For which values, with which customer to show the contrary, or why it is not known. */
  readonly detail: string
}

const titles: Readonly<Record<PropertyName, string>> = {
  'never-empty': 'nobody gets an empty message',
  'code-always': 'every message has the code',
  'code-once': 'no message has the code twice',
  'all-reachable': 'every text has customers who get it',
  'within-limits': 'no message is too long to be sent',
  'one-language': 'no message mixes languages',
  'right-language': 'everybody gets their own language, if it is there',
  'best-language': 'further languages of a list count as well',
}

/** Every property of an explanation, worded. */
export const promises = (explanation: Explanation): readonly Promised[] =>
  explanation.analysis.properties.map((property) => ({
    name: property.name,
    tone: toneOf(property),
    title: titles[property.name],
    detail: detailOf(property, explanation),
  }))

const toneOf = ({ name, status }: Property): Promised['tone'] =>
  name === 'best-language' && status === 'broken' ? 'informative' : status

function detailOf(property: Property, explanation: Explanation): string {
  const { status, domain, witness, reason } = property
  const { question } = explanation.opened
  if (status === 'proved') {
    const values = typeof question.domain === 'string' ? domainText[domain] : 'each listed value'
    return `proved for ${values} (${domain}, ${engine})${segmentsOf(property)}`
  }
  const places = lineNames(property.sites, explanation)
  if (status === 'unproved')
    return `not proved: ${reason ?? 'not decided'}${places && ` (${places})`}`
  const word = toneOf(property) === 'informative' ? 'not so' : 'broken'
  if (witness === undefined) return `${word}: nobody gets the text of ${places || 'some branch'}`
  const got = isBlank(witness.text) ? emptyMessage(witness.text) : `‘${excerpt(witness.text)}’`
  const who = [aCustomer(witness.value), ...wheres(witness)].join(', ')
  return `${word}: ${who} gets ${got}`
}

function segmentsOf({ segments }: Property): string {
  if (segments === undefined) return ''
  const { most, proved } = segments
  const found = counted(most, 'segment')
  return proved ? `; none takes more than ${found}` : `; the longest known takes ${found}`
}

/** A quotation; the table has the text in full. */
const excerpt = (text: string): string => visible(shortened(text, 120))
