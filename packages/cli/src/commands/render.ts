import { type OpenTemplate, renderedJson, renderValue, requestLanguage } from '@codeword/core'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { Failure, ok } from '../failure.ts'
import { openOneTemplate, rejected, templateOptions } from '../open-one-template.ts'
import { headersOf } from '../render-options.ts'

export const render = defineCommand({
  usage: 'codeword render FILE [options]',
  about: 'Prints the exact text that one customer gets, and nothing else.',
  examples: [
    'codeword render otp.liquid --language fr-FR',
    "codeword render otp.liquid --header 'accept-language: nl-NL,nl;q=0.9'",
    'codeword render otp.liquid --code 654321 --set application.name=Acme --json',
  ],
  options: {
    language: { value: 'VALUE', summary: "what request_language holds; '' is an empty header" },
    header: {
      value: "'NAME: VALUE'",
      multiple: true,
      summary: 'a header of the request; can be repeated',
    },
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
    const headers = headersOf(values.header)
    if (values.language !== undefined && headers.length > 0) {
      throw new Failure('render: give --language or --header, not both')
    }
    const settings = await settingsOf(values, host)
    const opened = await openOneTemplate(path, settings(path), host, values)
    const value = values.language ?? valueFrom(headers, opened)
    const result = renderValue(opened.question, value, values.code)
    if (!result.ok) throw rejected(path, opened, result.failure)
    const { rendered } = result
    host.out(values.json ? renderedJson(opened, value, rendered) : rendered.text)
    return ok
  },
})

/** Only `request_language` comes from headers; what other profiles read is set by the customer's account. */
function valueFrom(
  headers: readonly (readonly [string, string])[],
  { profile, embedded }: OpenTemplate,
): string | null {
  const variable = profile.languageVariable
  if (headers.length > 0 && variable !== 'request_language') {
    throw new Failure(
      `--header sets request_language, this template reads ${variable}: use --language`,
    )
  }
  return requestLanguage(headers, embedded.surroundings.requestLanguage).value
}
