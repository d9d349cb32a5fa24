import {
  type Catalogue,
  type Composed,
  type ComposeProblem,
  languageName,
  type TextState,
  textStates,
  visible,
} from '@codeword/core'

/** Why a template is not written, a line each. */
export function problemLines({ problems }: Composed, catalogue: Catalogue): readonly string[] {
  const lines = problems.flatMap((problem) => problemText(problem, catalogue))
  const missing = [...textStates(catalogue)].filter(([, state]) => state === 'missing')
  return [...lines, ...missing.map(([tag]) => `${languageName(tag)} (${tag}): there is no text`)]
}

function problemText(problem: ComposeProblem, { entries }: Catalogue): readonly string[] {
  if (problem.kind === 'rejected') return ['Liquid rejects the template']
  if (problem.kind === 'too-many-segments') {
    const { tag, segments, limit } = problem
    return [`${languageName(tag)} (${tag}): ${segments} segments, and ${limit} may be`]
  }
  if (problem.kind === 'template-too-long') {
    const longest = [...entries].sort((a, b) => b.text.length - a.text.length).slice(0, 5)
    const rows = longest.map(({ tag, text }) => `  ${languageName(tag)} (${tag}): ${text.length}`)
    return [
      `the template has ${problem.length} characters, and Auth0 keeps ${problem.limit}; the longest texts:`,
      ...rows,
    ]
  }
  const { name, status, reason, witness } = problem.property
  if (status === 'unproved') return [`${name} is not proved: ${reason}; strategy first is simpler`]
  const who = witness === undefined ? '' : `: ${JSON.stringify(witness.value)} gets`
  return [`${name} is broken${who}${witness === undefined ? '' : ` ${visible(witness.text)}`}`]
}

const stateLines: Readonly<Partial<Record<TextState, string>>> = {
  stale: 'the source text has changed since it was translated',
  untranslated: 'it is the source text, word for word',
  'wrong-script': 'it is in another script than its readers use',
}

/** What somebody should look at, a line each. */
export const stateNotes = (catalogue: Catalogue): readonly string[] =>
  [...textStates(catalogue)].flatMap(([tag, state]) => {
    const text = stateLines[state]
    return text === undefined ? [] : [`${languageName(tag)} (${tag}): ${text}`]
  })

/** What is proved, and of what. */
export function provedText({ source, opened, oddities }: Composed, catalogue: Catalogue): string {
  const { entries, strategy = 'first' } = catalogue
  const { limits } = opened.profile
  const best = strategy === 'best' ? ', best-language' : ''
  const odd = oddities.map(
    ({ name, witness }) => `, but for ${name} of ${JSON.stringify(witness?.value)}`,
  )
  return `${entries.length} texts, ${source.length} of ${limits.template} characters; proved for every header: never empty, the code always and once, one language, right-language${best}${odd.join('')}\n`
}
