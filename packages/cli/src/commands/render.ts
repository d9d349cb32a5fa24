import { renderedJson, renderValue } from '@codeword/core'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { Failure, ok } from '../failure.ts'
import { openOneTemplate, rejected, templateOptions } from '../open-one-template.ts'
import { requestOptions, valueAsked } from '../render-options.ts'

export const render = defineCommand({
  usage: 'codeword render FILE [options]',
  about: 'Prints the exact text that one customer gets, and nothing else.',
  examples: [
    'codeword render otp.liquid --language fr-FR',
    "codeword render otp.liquid --header 'accept-language: nl-NL,nl;q=0.9'",
    'codeword render otp.liquid --code 654321 --set application.name=Acme --json',
  ],
  options: {
    ...requestOptions,
    code: { value: 'CODE', summary: 'the code in the text (123456)' },
    json: { summary: 'print text, price and branches as JSON' },
    ...templateOptions,
    ...commonOptions,
  },
  async run({ values, positionals }, host) {
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) {
      throw new Failure('render takes one file: codeword render otp.liquid --language fr-FR')
    }
    const settings = await settingsOf(values, host)
    const opened = await openOneTemplate(path, settings(path), host, values)
    const value = valueAsked('render', values, opened)
    const result = renderValue(opened.question, value, values.code)
    if (!result.ok) throw rejected(path, opened, result.failure)
    const { rendered } = result
    host.out(values.json ? renderedJson(opened, value, rendered) : rendered.text)
    return ok
  },
})
