import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type OpenTemplate, promises, scaffoldFixture, visible, wrap } from '@codeword/core'
import { reasonFor } from '@codeword/core/node'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { Failure, ok } from '../failure.ts'
import type { Host } from '../host.ts'
import { openFile } from '../open-file.ts'
import { openEmbedded, rejected, templateIn, templateOptions } from '../open-one-template.ts'

export const init = defineCommand({
  usage: 'codeword init [FILE] [options]',
  about: `Writes a fixture beside a template: one test case for each message that it
can send, with what holds today, or with what is due where a message is empty or
has no code. Without FILE it takes the only .liquid file of this folder. With
--catalogue it begins with texts: a catalogue, the template, a fixture, a
configuration and a CI file. Never overwrites.`,
  examples: [
    'codeword init',
    'codeword init otp.liquid --fallback en',
    'codeword init connections/sms.json --segments 1',
    'codeword init --catalogue --languages en,nl,fr --brand Acme',
  ],
  options: {
    catalogue: { summary: 'begin with texts: a catalogue, and all that is made of it' },
    brand: { value: 'NAME', summary: 'with --catalogue: who sends the texts' },
    ...templateOptions,
    ...commonOptions,
  },
  async run({ values, positionals }, host) {
    if (values.catalogue)
      return await (await import('../catalogue/init.ts')).initCatalogue(values, host)
    const [given, ...others] = positionals
    if (others.length > 0) throw new Failure('init takes one file: codeword init otp.liquid')
    const path = given ?? onlyTemplate(host.cwd)
    const source = await openFile(path, host)
    const embedded = await templateIn(path, source.templates, values.template)
    const settings = await settingsOf(values, host)
    const opened = await openEmbedded(embedded, settings(path))
    const isNamed = source.templates.length > 1
    const fixture = fixtureBeside(path, isNamed ? embedded.name : '')
    if (existsSync(resolve(host.cwd, fixture))) {
      throw new Failure(`${fixture}: it is there already, and stays as it is`)
    }
    const scaffold = await scaffoldFixture(opened, {
      kind: source.connections.length > 0 ? 'connection' : 'template',
      path: `./${basename(path)}`,
      ...(isNamed && { message: embedded.name }),
    })
    if (!scaffold.ok) throw rejected(path, opened, scaffold.failure)
    const { text, cases } = scaffold
    const { writeFiles } = await import('../files/write-files.ts')
    const problem = writeFiles([{ path: fixture, pieces: [text] }], host.cwd)
    if (problem !== undefined) throw new Failure(`${fixture} cannot be written (${problem.code})`)
    host.out(`${fixture}: ${cases} case${cases === 1 ? '' : 's'}; codeword test runs them\n`)
    host.out(brokenText(path, opened, isNamed, host))
    return ok
  },
})

/** What does not hold for every customer, so that nobody has to learn it from tests that fail. */
function brokenText(path: string, opened: OpenTemplate, isNamed: boolean, host: Host): string {
  const analysis = opened.analysis()!
  const broken = promises({ path, opened, analysis }).filter(({ tone }) => tone === 'broken')
  if (broken.length === 0) return ''
  const name = isNamed ? ` --template ${opened.embedded.name}` : ''
  const rows = [
    'Not everything is right yet in the template:',
    ...broken.map((one) => `✗ ${one.name} is ${visible(one.detail)}`),
    `codeword explain ${visible(path)}${name} tells more, codeword lint ${visible(path)} how to mend it.`,
  ]
  return `\n${rows.flatMap((row) => wrap(row, host.width)).join('\n')}\n`
}

/** `sms/otp.liquid` → `sms/otp.codeword.yaml`; of several templates in one file each has a fixture of its own. */
function fixtureBeside(path: string, template: string): string {
  const stem = basename(path).replace(/\.\w+$/, '')
  const steps = template.split(/[^\w-]+/).filter((step) => step !== '')
  return join(dirname(path), `${[stem, ...steps].join('.')}.codeword.yaml`)
}

function onlyTemplate(folder: string): string {
  const [only, ...others] = namesIn(folder).filter((name) => /\.liquid$/i.test(name))
  if (only === undefined) {
    throw new Failure(
      'no .liquid file is in this folder: name a template, codeword init otp.liquid',
    )
  }
  if (others.length === 0) return only
  throw new Failure(`several templates are in this folder: choose one, codeword init ${only}`)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    throw new Failure(`this folder cannot be read: ${reasonFor(error)}`)
  }
}
