import { contextFor, placeholdersFor } from '../../src/decide/message.ts'
import { supportedLanguages } from '../../src/decide/supported.ts'
import { fixSource } from '../../src/fix/fix-source.ts'
import {
  compile,
  lintSource,
  openSource,
  openTemplate,
  type Rendered,
  type SourceFile,
  segment,
} from '../../src/index.ts'
import { parseAcceptLanguage } from '../../src/language/accept-language.ts'
import { narrowestDomain } from '../../src/language/domain.ts'
import { expectedLanguage } from '../../src/language/lookup.ts'
import { realValues } from '../../src/language/real-values.ts'
import { primary } from '../../src/language/tag.ts'
import { randomFrom } from '../decide/machines.ts'
import { faultyTemplate } from './faulty-template.ts'

export interface FixTally {
  templates: number
  refused: number
  fixed: number
  steps: number
  renders: number
  changed: number
  heldBack: number
  byRule: Record<string, number>
}

const languages = [
  'nl',
  'fr',
  'de',
  'pt',
  'fi',
  'he',
  'iw',
  'en',
  'fr-FR',
  'pt-BR',
  'x',
  'dutch',
  'fil',
  'es',
]

/** Real headers, and lists of what the templates test for, in every spelling. */
const values: readonly (string | null)[] = [
  ...realValues.map(({ value }) => value),
  ...languages.flatMap((tag) => [
    tag,
    `${tag}-CH`,
    `${tag}_CH`,
    tag.toUpperCase(),
    `${tag};q=0.5`,
    `${tag};q=0`,
    `de-${tag}`,
  ]),
  ...languages.flatMap((a) => languages.map((b) => `${a},${b};q=0.5`)),
].filter((value) => ['tag', 'real', 'header'].includes(narrowestDomain(value)))

/**
 * Fixes random faulty templates, and checks each fix against what LiquidJS renders: nobody whom the fault did not hit
 * gets another text, no rule finds more than before, and another run has nothing to do.
 */
export async function checkFixes(seed: number, runs: number): Promise<FixTally> {
  const tally: FixTally = {
    templates: 0,
    refused: 0,
    fixed: 0,
    steps: 0,
    renders: 0,
    changed: 0,
    heldBack: 0,
    byRule: {},
  }
  for (let i = 0; i < runs; i++) {
    const random = randomFrom(seed + i)
    const template = faultyTemplate(random)
    const source = (await openSource('otp.liquid', template))!
    const fixed = await fixSource(source)
    tally.templates++
    tally.heldBack += fixed.heldBack.length
    if (fixed.applied.length > 0) tally.fixed++
    let before = source
    for (const { rule, text } of fixed.applied) {
      const after = (await openSource('otp.liquid', text))!
      const at = `seed ${seed + i} ${rule}\n${before.text}\n---\n${text}`
      tally.steps++
      tally.byRule[rule] = (tally.byRule[rule] ?? 0) + 1
      if (isRefused(before)) tally.refused++
      else {
        noNewFault(before, after, at)
        nobodyElse(
          before,
          after,
          rule,
          values.filter(() => random() < 0.3),
          at,
          tally,
        )
      }
      before = after
    }
    if (before.text !== fixed.source.text) throw new Error(`the steps lead elsewhere: ${seed + i}`)
    const again = await fixSource(fixed.source)
    if (again.applied.length > 0) throw new Error(`seed ${seed + i}: not at its end\n${template}`)
  }
  return tally
}

const opened = (source: SourceFile): ReturnType<typeof openTemplate> =>
  openTemplate(source.templates[0]!)

const isRefused = (source: SourceFile): boolean => opened(source).template.errors.length > 0

function noNewFault(before: SourceFile, after: SourceFile, at: string): void {
  const [old, young] = [lintSource(before), lintSource(after)].map(({ diagnostics }) =>
    diagnostics.map(({ rule }) => rule),
  )
  for (const rule of new Set(young))
    if (young!.filter((one) => one === rule).length > old!.filter((one) => one === rule).length)
      throw new Error(`${at}\nnew: ${rule}`)
  const broken = (source: SourceFile): readonly string[] =>
    opened(source)
      .analysis()
      ?.properties.flatMap(({ name, status }) => (status === 'broken' ? [name] : [])) ?? []
  const known = broken(before)
  const added = broken(after).filter((name) => name !== 'best-language' && !known.includes(name))
  if (added.length > 0) throw new Error(`${at}\nbroken: ${added}`)
}

function nobodyElse(
  before: SourceFile,
  after: SourceFile,
  rule: string,
  sample: readonly (string | null)[],
  at: string,
  tally: FixTally,
): void {
  const [old, young] = [rendererOf(before), rendererOf(after)]
  const told = [opened(before), opened(after)].flatMap(
    ({ analysis }) => analysis()?.outcomes.map(({ value }) => value) ?? [],
  )
  for (const value of [...told, ...sample]) {
    if (narrowestDomain(value) === 'any') continue
    const [was, is] = [old(value), young(value)]
    tally.renders += 2
    if (was?.text === is?.text) continue
    tally.changed++
    if (!isHit(rule, before, value, was, is, old)) {
      throw new Error(`${at}\n${JSON.stringify([value, was?.text, is?.text])}`)
    }
  }
}

type Renderer = (value: string | null) => Rendered | undefined

function rendererOf(source: SourceFile): Renderer {
  const { question } = opened(source)
  const result = compile(question.template.source)
  return (value) => {
    if (!result.ok) return undefined
    const context = contextFor(question, value, '907134')
    const message = result.compiled.render(context, placeholdersFor(question, context))
    return message.ok ? message.rendered : undefined
  }
}

/** Whether a fault of the rule hits a customer, judged by renderings alone. */
function isHit(
  rule: string,
  source: SourceFile,
  value: string | null,
  was: Rendered | undefined,
  is: Rendered | undefined,
  render: Renderer,
): boolean {
  const text = was?.text ?? ''
  switch (rule) {
    case 'edge-whitespace':
      return text.trim() !== text
    case 'ucs2-character':
      return segment(text).encoding === 'UCS-2'
    case 'misspelt-placeholder':
      return !text.includes('907134') || /[@{$%]/.test(text)
    case 'overlapping-branches':
      return (was?.arms ?? []).some((a) => was!.arms.some((b) => a.end <= b.start))
    case 'substring-match':
    case 'wrong-language':
    case 'case-or-separator':
    case 'region-only-branch':
      return isWrong(source, value, text, render)
    case 'smart-quotes':
    case 'unknown-operator':
    case 'unknown-variable':
      return (
        was?.arms.length !== is?.arms.length ||
        was?.arms.some(({ start }, i) => start !== is?.arms[i]?.start) === true
      )
    default:
      return false
  }
}

function isWrong(
  source: SourceFile,
  value: string | null,
  text: string,
  render: Renderer,
): boolean {
  const supported = supportedLanguages(opened(source).question)
  const expected = expectedLanguage(value, supported, undefined)
  const textFor = (bare: string | null): string => render(bare)?.text.trim() ?? ''
  if (expected === undefined) return false
  const accepted = [...expected.languages, ...(expected.fallback ? [null] : [])]
  if (!accepted.some((bare) => textFor(bare) === text.trim())) return true
  const [first] = parseAcceptLanguage(value ?? '')
  const isNarrow = supported.some(
    (tag) => tag.includes('-') && primary(tag) === primary(first?.tag ?? ''),
  )
  return isNarrow && text.trim() === textFor(null)
}
