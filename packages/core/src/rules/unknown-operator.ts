import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { isFilter } from '../render/filters.ts'
import type { Template } from '../syntax/tree.ts'
import { allArms } from '../syntax/walk.ts'
import { overlapping } from '../text/overlapping.ts'
import { shortened } from '../text/shortened.ts'
import { type Span, spanOf, textOf } from '../text/span.ts'
import { audience, unreadable } from './shared/conditions.ts'
import { mistakenSigns, operatorFor, signsIn } from './shared/operators.ts'
import { type Reading, readingsOf } from './shared/readings.ts'
import { type Stray, straysIn } from './shared/strays.ts'
import { unreadWhenValues } from './shared/when-values.ts'
import { smartQuotes } from './smart-quotes.ts'

export const unknownOperator: TemplateRule = {
  name: 'unknown-operator',
  group: 'syntax',
  severity: 'error',
  summary: 'A word that is no operator is ignored: customers get a text that is not for them.',
  on: 'template',
  about: 'liquid',
  yieldsTo: [smartQuotes],
  check: ({ template }) => [
    ...ignoredWords(template),
    ...refusedSigns(template),
    ...unreadWhenValues(template),
  ],
}

/** Words that LiquidJS takes for operands and forgets, and whatever stands after a comma. */
function ignoredWords(template: Template): readonly Finding[] {
  const { source, nodes } = template
  const isRefused = overlapping(unreadable(template))
  return readingsOf(nodes).flatMap((reading) => {
    const words = straysIn(reading.value)
      .filter((stray) => !isRefused(stray))
      .map((stray) => ignoredWord(source, reading, stray))
    const rest = spanOf(reading.value.end, Math.max(reading.value.end, reading.end))
    const [, blank = '', sign, after = ''] = /^(\s*)([,)])(.*)/s.exec(textOf(source, rest)) ?? []
    if (sign === undefined || !/[\p{L}\d]/u.test(after) || isRefused(rest)) return words
    const start = rest.start + blank.length
    const message = `\`${sign}\` is no operator of Liquid: ${effectOf(source, reading)}`
    return [...words, { start, end: start + 1, message }]
  })
}

function ignoredWord(source: string, reading: Reading, stray: Stray): Finding {
  const { start, end, word } = stray
  const effect = effectOf(source, reading, stray)
  if (word === undefined)
    return {
      start,
      end,
      message: `No operator stands before \`${textOf(source, stray)}\`: ${effect}`,
    }
  const operator = operatorFor(word)
  if (operator === undefined && isFilter(word)) {
    const fix = { title: 'Add `|`', safe: false, edits: [{ start, end: start, text: '| ' }] }
    return {
      start,
      end,
      message: `\`${word}\` is a filter without its \`|\`: ${effect}`,
      fixes: [fix],
    }
  }
  // `Contains` and `OR` can mean nothing else.
  const isCertain = word.toLowerCase() === operator
  return suggesting(stray, `\`${word}\` is no operator of Liquid: ${effect}`, operator, isCertain)
}

/** What customers get when LiquidJS forgets all operands but the first. */
function effectOf(source: string, { value, arm, isPrinted }: Reading, stray?: Stray): string {
  if (arm && stray?.isPair) return `the test always fails, and ${audience(arm, false)}`
  if (arm && stray?.start === value.expression.start)
    return `it is read as a variable that does not exist, and ${audience(arm, false)}`
  const first = `\`${shortened(textOf(source, value.expression), 40)}\``
  if (isPrinted) return `customers get only ${first}`
  if (arm === undefined || value.expression.type !== 'variable') return `only ${first} counts`
  const who = arm.kind === 'unless' ? 'no customer for whom it is' : 'every customer for whom it is'
  return `this asks only whether ${first} is set, and ${who} gets this text`
}

/** Signs of other languages for which LiquidJS refuses the template: `=`, `===`, `&&`. */
function refusedSigns(template: Template): readonly Finding[] {
  const { source, nodes } = template
  const isRefused = overlapping(unreadable(template))
  return allArms(nodes)
    .filter(({ tag, kind }) => kind !== 'body' && isRefused(tag.args))
    .flatMap(({ tag, kind }) => {
      const signs = signsIn(source, tag.args)
      // What LiquidJS read before it gave up is in order.
      const first = signs.findIndex((sign) => isRefused(sign))
      return signs
        .slice(first === -1 ? signs.length : first)
        .filter(({ sign }) => kind === 'when' || mistakenSigns.has(sign))
        .map((sign) => refusedSign(sign, kind === 'when'))
    })
}

function refusedSign(span: Span & { readonly sign: string }, inWhen: boolean): Finding {
  const refused = 'the engine refuses the template and nobody gets a message'
  if (inWhen) {
    const message = `\`when\` takes values without an operator: ${refused}. Leave \`${span.sign}\` out`
    return { start: span.start, end: span.end, message }
  }
  const message = `\`${span.sign}\` is no operator of Liquid: ${refused}`
  const operator = mistakenSigns.get(span.sign)
  return suggesting(span, message, operator, operator !== 'contains')
}

function suggesting(
  { start, end }: Span,
  message: string,
  operator: string | undefined,
  safe: boolean,
): Finding {
  if (operator === '') return { start, end, message: `${message}. Write \`unless\` or \`!=\`` }
  if (operator === undefined) return { start, end, message }
  const fix = { title: `Use \`${operator}\``, safe, edits: [{ start, end, text: operator }] }
  return { start, end, message: `${message}. Use \`${operator}\``, fixes: [fix] }
}
