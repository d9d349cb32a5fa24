import { documented, knownVariable } from '../profile/known-variable.ts'
import type { Profile } from '../profile/profile.ts'
import type { Span } from '../text/span.ts'
import type { PlaceholderStyle } from './catalogue.ts'

/** A piece of a catalogue's text. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** A variable by its dotted name, `code` among them. */
  | { readonly kind: 'marker'; readonly name: string; readonly span: Span }
  /** What a text must not hold. */
  | { readonly kind: 'liquid' | 'unknown'; readonly text: string; readonly span: Span }

/** `{code}`, `{{ code }}`, `@@password@@`, and what only looks like one of them. */
const marked = /\{\{-?\s*([\w.]+)\s*-?\}\}|@@([\w.]+)@@|\{([A-Za-z_][\w.]*)\}|\{\{|\}\}|\{%|%\}|@@/g

/** Cuts a text of a catalogue at its markers. All names of the code are one: `code`. */
export function piecesOf(text: string, profile: Profile): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(marked)) {
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) })
    end = match.index + match[0].length
    pieces.push(pieceFor(match, { start: match.index, end }, profile))
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) })
  return pieces
}

function pieceFor(
  [whole, output, macro, marker]: RegExpExecArray,
  span: Span,
  profile: Profile,
): Piece {
  const name = output ?? marker ?? (macro === undefined ? undefined : profile.placeholders[macro])
  if (name === undefined)
    return { kind: macro === undefined ? 'liquid' : 'unknown', text: whole, span }
  if (isCode(name, profile)) return { kind: 'marker', name: 'code', span }
  const isKnown = name !== profile.languageVariable && knownVariable(profile, name).known
  return isKnown ? { kind: 'marker', name, span } : { kind: 'unknown', text: whole, span }
}

const isCode = (name: string, { codeVariables }: Profile): boolean =>
  codeVariables.includes(name) || (name === 'code' && codeVariables.length > 0)

/** What may stand between braces besides `code`. */
export const variableNames = (profile: Profile): readonly string[] =>
  [...documented(profile.variables)].filter(
    (name) => !profile.codeVariables.includes(name) && name !== profile.languageVariable,
  )

/** The same text as Liquid. What it must not hold is written as it stands: it was refused before. */
export function liquidFor(text: string, profile: Profile, style: PlaceholderStyle): string {
  return piecesOf(text, profile)
    .map((piece) => {
      if (piece.kind !== 'marker') return piece.text
      if (piece.name !== 'code') return `{{ ${piece.name} }}`
      return codeFor(profile, style)
    })
    .join('')
}

/** The code as a template has it; a profile without placeholders has an output. */
function codeFor({ placeholders, codeVariables }: Profile, style: PlaceholderStyle): string {
  const output = `{{ ${codeVariables.includes('code') ? 'code' : codeVariables[0]} }}`
  return style === '@@password@@' && Object.hasOwn(placeholders, 'password') ? style : output
}
