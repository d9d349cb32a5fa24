import {
  type CatalogueReportName,
  catalogueReports,
  compareTemplates,
  diffFormats,
  type PlaceholderStyle,
  profiles,
  provenTemplate,
  type Strategy,
  stampedYaml,
  visible,
} from '@codeword/core'
import { isFolder, openCatalogue, textOf } from '../catalogue/read.ts'
import { type Target, targetOf, writeText } from '../catalogue/target.ts'
import { problemLines, provedText, stateNotes } from '../catalogue/tell.ts'
import { defineCommand } from '../command.ts'
import { type ExitCode, Failure, found, ok } from '../failure.ts'
import type { Host } from '../host.ts'
import { openEmbedded, templateOptions } from '../open-one-template.ts'

export const compose = defineCommand({
  usage: 'codeword compose CATALOGUE [options]',
  about: `Makes one template of a catalogue, which has a text for each language: a YAML
or JSON file, or a folder with a file for each. What is made is proved before it
is written, to the file that the catalogue names, or to standard output. Ends
with 1 where something cannot be proved, and writes nothing then.`,
  examples: [
    'codeword compose otp.catalogue.yaml',
    'codeword compose otp.catalogue.yaml --into connections/sms.json',
    'codeword compose otp.catalogue.yaml --check',
    'codeword compose otp.catalogue.yaml --report html > texts.html',
  ],
  options: {
    into: { value: 'FILE', summary: 'where the template lives: .liquid, .json, .yaml, .tf' },
    ...templateOptions,
    strategy: {
      value: 'STRATEGY',
      choices: ['first', 'best'],
      summary: 'first choice only, or best: the first one with a text',
    },
    placeholder: {
      value: 'STYLE',
      choices: ['@@password@@', 'code'],
      summary: '@@password@@, or code for {{ code }}',
    },
    check: { summary: 'write nothing; end with 1 if the template differs' },
    stamp: { summary: 'mark translations as made from the source text of now' },
    report: { value: 'FORMAT', choices: ['html', 'md'], summary: 'print a page of all texts' },
  },
  async run({ values, positionals }, host) {
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0)
      throw new Failure('compose takes one catalogue: codeword compose otp.catalogue.yaml')
    if (values.stamp) return stamp(path, host)
    const read = await openCatalogue(path, host)
    const catalogue = {
      ...read,
      ...(values.strategy !== undefined && { strategy: values.strategy as Strategy }),
      ...(values.placeholder !== undefined && {
        placeholder: values.placeholder as PlaceholderStyle,
      }),
    }
    const profile = profiles.get(catalogue.profile ?? 'auth0-sms')!
    if (host.terminal && catalogue.strategy === 'best' && catalogue.entries.length > 15)
      host.note(`Proving the best choice among ${catalogue.entries.length} languages…\n`)
    const composed = await provenTemplate(catalogue, profile)
    for (const note of stateNotes(catalogue)) host.note(`${note}\n`)
    if (values.report !== undefined) {
      const write = await catalogueReports[values.report as CatalogueReportName]()
      host.out(write(path, catalogue, composed))
      return ok
    }
    const problems = problemLines(composed, catalogue)
    if (problems.length > 0) {
      host.out(problems.map((line) => `${visible(line)}\n`).join(''))
      host.note('Nothing was written\n')
      return found
    }
    const target = await targetOf(values.into, catalogue, path, values.template, host)
    if (values.check) return check(target, composed.source, catalogue.fallback, host)
    if (target === undefined) {
      host.out(composed.source)
      return ok
    }
    writeText(target.path, target.with(composed.source), host)
    host.out(`${target.path}: ${provedText(composed, catalogue)}`)
    return ok
  },
})

/** Says whose message the catalogue would change. */
async function check(
  target: Target | undefined,
  source: string,
  fallback: string,
  host: Host,
): Promise<ExitCode> {
  if (target === undefined)
    throw new Failure('--check: with what? Name the template in the catalogue, or give --into')
  const { path, now } = target
  if (now === undefined) {
    host.out(`${path}: it is not there yet: codeword compose writes it\n`)
    return found
  }
  if (now.text === source) {
    host.out(`${path}: it is what the catalogue says\n`)
    return ok
  }
  const before = await openEmbedded(now, { fallback })
  const after = await openEmbedded({ ...now, text: source }, { fallback })
  const difference = compareTemplates(before.question, after.question)
  const write = await diffFormats.text()
  host.out(write({ before: path, after: 'catalogue', opened: { before, after }, difference }, host))
  return found
}

async function stamp(path: string, host: Host): Promise<ExitCode> {
  if (isFolder(path) || !/\.ya?ml$/i.test(path))
    throw new Failure('--stamp: only a catalogue in one YAML file can be marked')
  const catalogue = await openCatalogue(path, host)
  writeText(path, await stampedYaml(textOf(path, host), catalogue), host)
  host.out(`${path}: all translations are marked as made from the text of ${catalogue.fallback}\n`)
  return ok
}
