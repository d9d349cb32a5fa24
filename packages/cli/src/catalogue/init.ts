import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  type Catalogue,
  catalogueYaml,
  openTemplate,
  profiles,
  provenTemplate,
  scaffoldFixture,
  starterCatalogue,
} from '@codeword/core'
import { checkOptions, type commonOptions } from '../common-options.ts'
import { type ExitCode, Failure, ok } from '../failure.ts'
import { writeFiles } from '../files/write-files.ts'
import type { Host } from '../host.ts'
import type { Values } from '../options.ts'
import { problemLines, provedText, stateNotes } from './tell.ts'

interface Given extends Values<typeof commonOptions> {
  readonly brand: string | undefined
}

const workflow = '.github/workflows/codeword.yml'

/** https://docs.github.com/actions */
const workflowText = `name: codeword
on: [push, pull_request]
jobs:
  messages:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: npx codeword compose otp.catalogue.yaml --check
      - run: npx codeword lint --format github
      - run: npx -p codeword -p @codeword/vitest -p vitest codeword test
`

/**
 * Writes a catalogue and everything that is made of it, all proved; nothing is written where a file is there already.
 * @throws Failure
 */
export async function initCatalogue(values: Given, host: Host): Promise<ExitCode> {
  const { languages = ['en'] } = await checkOptions(values, host)
  const brand = brandOf(values.brand)
  const { fallback = languages[0]! } = await checkOptions(values, host)
  const tags = [fallback, ...languages.filter((tag) => tag !== fallback)] as [string, ...string[]]
  const draft = starterCatalogue(tags, brand)
  const composed = await provenTemplate(draft, profiles.get('auth0-sms')!)
  // A text that needs more than one segment is no fault of somebody who begins.
  const isLong = composed.problems.some(({ kind }) => kind === 'too-many-segments')
  const { limits: _, ...unlimited } = draft
  const catalogue = isLong ? unlimited : draft
  const proven = isLong ? await provenTemplate(catalogue, profiles.get('auth0-sms')!) : composed
  const problems = problemLines(proven, catalogue)
  if (problems.length > 0) throw new Failure(`init: ${problems[0]}`)
  const fixture = await scaffoldFixture(
    openTemplate(proven.opened.embedded, { languages: tags, fallback, ...segmentsOf(catalogue) }),
    { kind: 'template', path: './otp.liquid' },
  )
  if (!fixture.ok) throw new Failure('init: the template cannot be rendered')
  const config = { languages: tags, fallback, ...(!isLong && { segments: 1 }) }
  const files = [
    { path: 'otp.catalogue.yaml', text: await catalogueYaml(catalogue) },
    { path: 'otp.liquid', text: proven.source },
    { path: 'otp.codeword.yaml', text: fixture.text },
    { path: 'codeword.config.json', text: `${JSON.stringify(config, null, 2)}\n` },
    { path: workflow, text: workflowText },
  ]
  writeNew(files, host)
  for (const { path } of files) host.out(`${path}\n`)
  host.out(provedText(proven, catalogue))
  for (const note of stateNotes(catalogue)) host.note(`${note}\n`)
  host.note('Have somebody who reads them look at the texts, then: codeword test\n')
  return ok
}

const segmentsOf = ({ limits }: Catalogue) =>
  limits?.segments === undefined ? {} : { segmentLimit: limits.segments }

function brandOf(text: string | undefined): string {
  if (text === undefined)
    throw new Failure('init --catalogue: who sends the texts? Give --brand Acme')
  if (/^[^{}%@\p{C}]{1,40}$/u.test(text)) return text
  throw new Failure('--brand: up to 40 characters, without braces, % and @')
}

function writeNew(
  files: readonly { readonly path: string; readonly text: string }[],
  { cwd }: Host,
): void {
  const there = files.find(({ path }) => existsSync(resolve(cwd, path)))
  if (there) throw new Failure(`${there.path}: it is there already, and stays as it is`)
  mkdirSync(dirname(resolve(cwd, workflow)), { recursive: true })
  const problem = writeFiles(
    files.map(({ path, text }) => ({ path, pieces: [text] })),
    cwd,
  )
  if (problem) throw new Failure(`${problem.path} cannot be written (${problem.code})`)
}
