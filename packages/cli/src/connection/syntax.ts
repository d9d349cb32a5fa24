import { parse } from '@codeword/core'
import { Failure } from '../failure.ts'

/**
 * The `options.syntax` that a template asks for.
 * @throws Failure where it asks for both: nobody but the tenant knows whether they mix
 */
export function syntaxFor(path: string, text: string): 'liquid' | 'md_with_macros' {
  const { nodes } = parse(text)
  const hasMacros = /@@[\w.]+@@/.test(text)
  const hasLiquid = nodes.some(({ type }) => !['text', 'placeholder', 'junk'].includes(type))
  if (hasMacros && hasLiquid)
    throw new Failure(
      `${path}: it has both @@…@@ and Liquid, and Auth0 does not say which syntax allows that: write {{ code }}, or choose with --syntax`,
    )
  return hasMacros ? 'md_with_macros' : 'liquid'
}
