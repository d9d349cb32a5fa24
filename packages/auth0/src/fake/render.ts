import { type EmbeddedTemplate, openSource, openTemplate, renderValue } from '@codeword/core'
import type { Behaviour } from './options.ts'

/** Our model of Auth0: Liquid as LiquidJS runs it, then macros, whatever `options.syntax` says. */
export const usualBehaviour: Behaviour = {
  liquid: { runs: ['liquid', 'macros'] },
  md_with_macros: { runs: ['liquid', 'macros'] },
  trims: false,
}

/** Code points that nobody writes stand for what is not to be seen. */
const hidden = {
  liquid: [
    ['{', '\uE000'],
    ['}', '\uE001'],
  ],
  macros: [['@@', '\uE002']],
} as const

/** @returns undefined where the engine makes no text */
export async function renderStored(
  stored: EmbeddedTemplate,
  value: string | null,
  code: string,
  behaviour: Behaviour,
): Promise<string | undefined> {
  const { syntax } = stored.surroundings
  const { runs } = behaviour[syntax === 'md_with_macros' ? 'md_with_macros' : 'liquid']
  let { text } = stored
  const isUsual = runs.join() === 'liquid,macros'
  for (const shown of isUsual ? (['both'] as const) : runs) {
    const hide = shown === 'both' ? [] : hidden[shown === 'liquid' ? 'macros' : 'liquid']
    const source = hide.reduce((all, [from, to]) => all.replaceAll(from, to), text)
    const [embedded] = (await openSource('message.liquid', source))!.templates
    const rendered = renderValue(openTemplate(embedded!).question, value, code)
    if (!rendered.ok) return undefined
    text = hide.reduce((all, [from, to]) => all.replaceAll(to, from), rendered.rendered.text)
  }
  return behaviour.trims ? text.trim() : text
}
