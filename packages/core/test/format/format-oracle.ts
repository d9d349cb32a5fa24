import { formatEdits } from '../../src/format/format-template.ts'
import { realValues } from '../../src/language/real-values.ts'
import { compile } from '../../src/render/compile.ts'
import { parse } from '../../src/syntax/parse.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { randomFrom } from '../decide/machines.ts'
import { languageTexts, randomTemplate } from '../decide/random-template.ts'
import { faultyTemplate } from '../fix/faulty-template.ts'

export interface FormatTally {
  templates: number
  changed: number
  rejected: number
  renders: number
}

const values: readonly (string | null)[] = [
  ...realValues.map(({ value }) => value),
  ...languageTexts,
  'a,b',
  'aab',
  '',
]

/** Squeezes and stretches the blanks inside tags, doubles quotes, breaks lines: what people leave behind. */
export function untidy(source: string, random: () => number): string {
  return source.replace(
    /(\{[%{]-?)([\s\S]*?)(-?[%}]\})/g,
    (_, open: string, inner: string, close: string) => {
      const blank = (): string => [' ', '', '  ', '\n', '\t'][Math.floor(random() * 5)]!
      const spaced = inner
        .trim()
        .replace(/\s*(\||==|!=|,|:)\s*/g, (whole: string, sign: string) =>
          random() < 0.5 ? whole : blank() + sign + blank(),
        )
        .replace(/'([^'"\\]*)'/g, (whole: string, text: string) =>
          random() < 0.3 ? `"${text}"` : whole,
        )
      return open + blank() + spaced + blank() + close
    },
  )
}

/** A template in its canonical layout. */
export const formatTemplate = (source: string): string =>
  applyEdits(source, formatEdits(parse(source))) ?? source

/** Throws where formatting changes what LiquidJS renders for any value, or where doing it again changes anything. */
export function checkFormat(source: string, tally: FormatTally, sample = values): void {
  const formatted = formatTemplate(source)
  tally.templates++
  if (formatted !== source) tally.changed++
  if (formatTemplate(formatted) !== formatted)
    throw new Error(
      `formatted twice:\n${source}\n---\n${formatted}\n---\n${formatTemplate(formatted)}`,
    )
  const [before, after] = [compile(source), compile(formatted)]
  if (before.ok !== after.ok)
    throw new Error(`accepted: ${before.ok}, ${after.ok}\n${source}\n---\n${formatted}`)
  if (!before.ok || !after.ok) {
    tally.rejected++
    if (formatted !== source) throw new Error(`a rejected template was changed:\n${source}`)
    return
  }
  if (formatted === source) return
  for (const value of sample) {
    const variables = {
      request_language: value,
      code: '123456',
      application: { name: 'Acme' },
      kind: 'x',
    }
    const [old, young] = [
      before.compiled.renderText(variables),
      after.compiled.renderText(variables),
    ]
    tally.renders += 2
    const [was, is] = [old.ok && old.text, young.ok && young.text]
    if (was !== is)
      throw new Error(`${JSON.stringify([value, was, is])}\n${source}\n---\n${formatted}`)
  }
}

export function checkFormats(seed: number, runs: number): FormatTally {
  const tally: FormatTally = { templates: 0, changed: 0, rejected: 0, renders: 0 }
  for (let i = 0; i < runs; i++) {
    const random = randomFrom(seed + i)
    const source = random() < 0.5 ? randomTemplate(random) : faultyTemplate(random)
    const sample = values.filter(() => random() < 0.2)
    try {
      checkFormat(random() < 0.7 ? untidy(source, random) : source, tally, sample)
    } catch (error) {
      throw new Error(`seed ${seed + i}: ${error}`)
    }
  }
  return tally
}
