import type { Outcome } from '../analysis.ts'
import { countCodes } from '../message.ts'
import type { Entry } from '../solve/pool.ts'
import { type Judge, renderEntry } from './judge.ts'

/** The classes of values with one message each that the values tried so far show. */
export function outcomesOf(judge: Judge): {
  readonly outcomes: readonly Outcome[]
  readonly complete: boolean
} {
  const classes = new Map<string, Entry[]>()
  for (const entry of judge.solver.pool.entries) {
    const text = renderEntry(judge, entry)?.text
    if (text === undefined) continue
    const known = classes.get(text)
    if (known) known.push(entry)
    else classes.set(text, [entry])
  }
  const outcomes = [...classes.values()].map((entries): Outcome => {
    const rendered = renderEntry(judge, entries[0]!)!
    const values = entries.map(({ value }) => value)
    return {
      value: values.includes(null) ? null : values[0]!,
      realistic: entries
        .filter((e) => e.domain === 'tag' || e.domain === 'real')
        .map((e) => e.value),
      languages: judge.languages.filter((language) => values.includes(language)),
      rendered,
      codes: countCodes(rendered.text, judge.code),
    }
  })
  return { outcomes, complete: false }
}
