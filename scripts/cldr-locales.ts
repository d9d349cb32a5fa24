/**
 * Writes packages/core/src/language/cldr-locales.generated.ts from the installed cldr-core:
 * `node scripts/cldr-locales.ts`. A test fails where the file and cldr-core differ.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const data = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../node_modules/cldr-core/${path}`, import.meta.url), 'utf8'))

const { version } = data('package.json') as { version: string }
const { availableLocales } = data('availableLocales.json') as {
  availableLocales: { full: string[] }
}
const { defaultContent } = data('defaultContent.json') as { defaultContent: string[] }

const region = /-([A-Z]{2}|\d{3})(?=-|$)/
const regions = [...availableLocales.full, ...defaultContent].flatMap(
  (tag) => region.exec(tag)?.[1] ?? [],
)

writeFileSync(
  new URL('../packages/core/src/language/cldr-locales.generated.ts', import.meta.url),
  `// Made by scripts/cldr-locales.ts; do not edit.
// Source: cldr-core ${version} (https://github.com/unicode-org/cldr-json), \`availableLocales.full\`
// and the regions of \`defaultContent\`. Copyright © Unicode, Inc. SPDX-License-Identifier: Unicode-3.0

/** The ${availableLocales.full.length} locales that CLDR has data for, the root locale \`und\` included. */
export const cldrLocales: readonly string[] =
  '${availableLocales.full.join(' ')}'.split(' ')

/** The regions of these locales and of CLDR's default locales (\`bg\` stands for \`bg-BG\`). */
export const cldrRegions: readonly string[] =
  '${[...new Set(regions)].sort().join(' ')}'.split(' ')
`,
)
