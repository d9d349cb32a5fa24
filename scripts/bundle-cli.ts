/**
 * Bundles the published command line from the sources, with core and the libraries that it needs, and writes
 * down their licences. Node takes longer to find and link a hundred small modules than to lint a template; and
 * it loads CommonJS in half the time of ECMAScript modules.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { loadLater } from './load-later.ts'

interface Library {
  readonly name: string
  readonly version: string
  /** SPDX: `MIT`. */
  readonly identifier: string
  readonly text?: string
}

const root = join(import.meta.dirname, '..')
const cli = join(root, 'packages/cli')
const dist = join(cli, 'dist')
const conditions = ['@codeword/source', 'node']

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [loadLater()],
  resolve: {
    conditions,
    // Node would take LiquidJS's CommonJS file, of which nothing can be left out.
    alias: { liquidjs: join(root, 'node_modules/liquidjs/dist/liquid.node.mjs') },
  },
  // `codeword test` finds these beside the command, where they are installed.
  ssr: {
    noExternal: true,
    external: [
      '@codeword/auth0',
      '@codeword/auth0/fake',
      '@codeword/twilio',
      '@codeword/twilio/fake',
      '@codeword/vitest',
      'vitest',
    ],
    resolve: { conditions },
  },
  build: {
    ssr: join(cli, 'src/bin.ts'),
    outDir: dist,
    emptyOutDir: true,
    target: 'node22',
    minify: 'oxc',
    license: { fileName: 'licenses.json' },
    rolldownOptions: {
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        // compiled-code.ts takes a name with a hash for what identifies the content.
        chunkFileNames: '[name]-[hash].cjs',
        codeSplitting: {
          groups: [
            // What every start needs, and what every `lint` needs; the rest is cut up by who imports it.
            { name: 'start', tags: ['$initial'], priority: 1 },
            { name: 'lint', test: /\/(?:commands\/lint|find-files|report\/stylish)\.ts$/ },
          ],
        },
      },
    },
  },
})

// `codeword preview` serves it.
const playground = join(root, 'playground')
const page = join(cli, 'playground')
await build({
  root: playground,
  configFile: join(playground, 'vite.config.ts'),
  mode: 'single',
  logLevel: 'warn',
  build: { outDir: page, license: { fileName: 'licenses.json' } },
})

const libraries = librariesOf(dist)
const known = new Set(libraries.map(({ name }) => name))
libraries.push(...librariesOf(page).filter(({ name }) => !known.has(name)))

/** What a build has put together, once. */
function librariesOf(folder: string): Library[] {
  const list = join(folder, 'licenses.json')
  const found = JSON.parse(readFileSync(list, 'utf8')) as Library[]
  rmSync(list)
  return found
}

const notices = readFileSync(join(root, 'packages/core/THIRD-PARTY-NOTICES.md'), 'utf8')
writeFileSync(
  join(cli, 'THIRD-PARTY-NOTICES.md'),
  `# Third-party notices

What others made and this package carries.

${notices.slice(notices.indexOf('\n## ') + 1).trimEnd()}
${libraries.map(notice).join('')}
## Within monaco-editor

\`\`\`
${readFileSync(join(root, 'node_modules/monaco-editor/ThirdPartyNotices.txt'), 'utf8').replaceAll('\r', '').trim()}
\`\`\`
`,
)

function notice({ name, version, identifier, text }: Library): string {
  if (text === undefined) throw new Error(`${name} ${version} brings no text of its licence`)
  return `
## ${name}

[${name}](https://www.npmjs.com/package/${name}/v/${version}) ${version}, ${identifier}.

\`\`\`
${text.trim()}
\`\`\`
`
}
