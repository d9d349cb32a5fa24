import {
  commonProfile,
  compareTemplates,
  type DiffFormatName,
  diffFormats,
  type EmbeddedTemplate,
  type OpenTemplate,
} from '@codeword/core'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { readSide } from '../diff/read-side.ts'
import { Failure, found, ok } from '../failure.ts'
import { formatOf } from '../format.ts'
import { openEmbedded, templateIn, templateOptions } from '../open-one-template.ts'

interface Found {
  readonly path: string
  readonly embedded: EmbeddedTemplate
}

export const diff = defineCommand({
  usage: 'codeword diff OLD NEW [options]',
  about: `Shows whose message changes between two templates, with before, after and
segments. OLD and NEW are files, or git revisions of files.`,
  examples: [
    'codeword diff HEAD~1:sms/otp.liquid sms/otp.liquid',
    'codeword diff main:otp.liquid HEAD:otp.liquid --format md',
    'codeword diff old.liquid new.liquid --exit-code',
  ],
  options: {
    format: {
      value: 'FORMAT',
      choices: Object.keys(diffFormats),
      summary: 'text, md (for a pull request) or json',
    },
    json: { summary: 'the same as --format json' },
    'exit-code': { summary: 'end with 1 if a message changes' },
    ...templateOptions,
    ...commonOptions,
  },
  async run({ values, positionals }, host) {
    const [before, after, ...others] = positionals
    if (before === undefined || after === undefined || others.length > 0) {
      throw new Failure('diff takes two files: codeword diff HEAD~1:otp.liquid otp.liquid')
    }
    const write = await diffFormats[formatOf<DiffFormatName>(values, 'text')]()
    const settings = await settingsOf(values, host)
    const find = async (name: string): Promise<Found> => {
      const { source, path } = await readSide(name, host)
      return { path, embedded: await templateIn(name, source.templates, values.template) }
    }
    const sides = { before: await find(before), after: await find(after) }
    const profile = commonProfile(sides.before.embedded, sides.after.embedded)
    const open = ({ path, embedded }: Found): Promise<OpenTemplate> =>
      openEmbedded(embedded, { ...(profile && { profile }), ...settings(path) })
    const opened = { before: await open(sides.before), after: await open(sides.after) }
    const difference = compareTemplates(opened.before.question, opened.after.question)
    host.out(write({ before, after, opened, difference }, host))
    return values['exit-code'] && difference.changes.length > 0 ? found : ok
  },
})
