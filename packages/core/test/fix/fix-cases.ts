import { expect } from 'vitest'
import { fixSource, openSource } from '../../src/index.ts'

/** What `fixSource` makes of a template; suggestions of the rules named are applied, too. */
export const fixed = async (source: string, ...suggestions: string[]): Promise<string> =>
  (await fixSource((await openSource('otp.liquid', source))!, {}, suggestions)).source.text

/** What is at fault, a template, what all safe fixes make of it. */
export const safeFixes: readonly (readonly [fault: string, source: string, fixed: string])[] = [
  [
    'one chain of blocks that exclude each other',
    "{% if request_language contains 'fr' %}Votre code @@password@@{% endif %}{% if request_language contains 'en' %}Your code @@password@@{% endif %}",
    "{% if request_language contains 'fr' %}Votre code @@password@@{% elsif request_language contains 'en' %}Your code @@password@@{% endif %}",
  ],
  [
    'blanks at the edges, where a tag stands beside them and where none does',
    "  {% if request_language == 'nl' %} Uw code @@password@@ {% else %}Your code @@password@@{% endif %}",
    "  {%- if request_language == 'nl' -%} Uw code @@password@@ {%- else %}Your code @@password@@{% endif %}",
  ],
  ['blanks without a tag', ' Your code @@password@@  ', 'Your code @@password@@'],
  ['a misspelt placeholder', 'Your code @@Password@@', 'Your code @@password@@'],
  ['a look-alike', 'Your code: @@password@@… ’', "Your code: @@password@@... '"],
  [
    'quotes and a tag',
    "{% if request_language == ‘nl’ %}Uw code @@password@@{% elseif request_language == 'fr' %}Votre code @@password@@{% else %}Code @@password@@{% endif %}",
    "{% if request_language == 'nl' %}Uw code @@password@@{% elsif request_language == 'fr' %}Votre code @@password@@{% else %}Code @@password@@{% endif %}",
  ],
]

/** Safe fixes make of it what is foreseen. */
export async function checkSafeFix([
  _,
  source,
  expected,
]: (typeof safeFixes)[number]): Promise<void> {
  expect(await fixed(source)).toBe(expected)
}
