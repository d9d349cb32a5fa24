import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { catalogueYaml, diffFormats, extractCatalogue, openTemplate, visible } from '@codeword/core'
import { writeText } from '../catalogue/target.ts'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { Failure, ok } from '../failure.ts'
import { openOneTemplate, templateOptions } from '../open-one-template.ts'

export const extract = defineCommand({
  usage: 'codeword extract FILE [options]',
  about: `Reads the text of each language off a template, as a catalogue for codeword
compose. Tells whose message would be another one if the template were made of
it.`,
  examples: [
    'codeword extract otp.liquid',
    'codeword extract sms.json --fallback en --output otp.catalogue.yaml',
  ],
  options: {
    output: { value: 'FILE', summary: 'a new file, instead of standard output' },
    ...templateOptions,
    ...commonOptions,
  },
  async run({ values, positionals }, host) {
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0)
      throw new Failure('extract takes one file: codeword extract otp.liquid')
    const { output } = values
    if (output !== undefined && existsSync(resolve(host.cwd, output)))
      throw new Failure(`${output}: it is there already, and stays as it is`)
    const settings = await settingsOf(values, host)
    const opened = await openOneTemplate(path, settings(path), host, values)
    const result = await extractCatalogue(opened)
    if (!result.ok) throw new Failure(`${path}: ${result.problem}`)
    const { catalogue, difference, notes } = result
    const yaml = await catalogueYaml(catalogue)
    if (output === undefined) host.out(yaml)
    else writeText(output, yaml, host)
    for (const note of notes) host.note(`${visible(note)}\n`)
    if (difference.changes.length === 0 && difference.complete) {
      host.note('Exact: composed again, everybody gets the same text\n')
      return ok
    }
    const after = openTemplate(result.composed, opened.options)
    const write = await diffFormats.text()
    const told = { before: path, after: 'composed', opened: { before: opened, after }, difference }
    host.note(`Not exact: composed again, these get another text\n${write(told, host)}`)
    return ok
  },
})
