import type { Catalogue } from '../../src/index.ts'

const twenty = 'en de fr es it nl pl sv da fi cs hu ro el tr ru uk ja ko ar'.split(' ')
const sixty = [
  ...twenty,
  ...'bg hr sk sl et lv lt is ga mt ca eu gl sq mk bs hi bn ta te ml kn mr gu pa ur fa he th vi id ms km lo my ka hy az kk uz'.split(
    ' ',
  ),
]

/** Regions, scripts, and both; texts for languages whose own is missing. */
const variants = ['pt', 'pt-BR', 'es-419', 'en-GB', 'fr-CA', 'zh-Hans', 'zh-Hant', 'sr', 'sr-Latn']

export const languageSets: readonly (readonly [name: string, tags: readonly string[]])[] = [
  ['2', ['en', 'nl']],
  ['2 with variants', ['en', 'en-GB', 'zh-TW']],
  ['5', twenty.slice(0, 5)],
  ['5 with variants', [...twenty.slice(0, 5), 'pt', 'pt-BR', 'zh-Hans', 'zh-Hant', 'nb']],
  ['20', twenty],
  ['20 with variants', [...twenty, ...variants]],
  ['60', sixty],
  ['60 with variants', [...sixty, ...variants]],
]

export const catalogueOf = (tags: readonly string[], more: Partial<Catalogue> = {}): Catalogue => ({
  fallback: tags[0]!,
  entries: tags.map((tag) => ({ tag, text: `[${tag}] {code}` })),
  ...more,
})
