import {
  type CheckOptions,
  Lines,
  type OpenTemplate,
  openTemplate,
  renderedJson,
  renderValue,
  requestLanguage,
  variableMistakes,
} from '@codeword/core'
import { defineCommand } from '../command.ts'
import { checkOptions, commonOptions } from '../common-options.ts'
import { Failure, ok } from '../failure.ts'
import { openFile } from '../open-file.ts'
import { headersOf, variablesOf } from '../render-options.ts'

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
    set: { value: 'NAME=TEXT', multiple: true, summary: 'the text of a variable; can be repeated' },
    json: { summary: 'print text, price and branches as JSON' },
    ...commonOptions,
  },
  async run({ values, positionals }, host) {
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) {
      throw new Failure('render takes one file: codeword render otp.liquid --language fr-FR')
    }
    const variables = variablesOf(values.set)
    const headers = headersOf(values.header)
    if (values.language !== undefined && headers.length > 0) {
      throw new Failure('render: give --language or --header, not both')
    }
    const options = { ...(await checkOptions(values, host)), variables }
    const opened = await onlyTemplate(path, options, host)
    const value = values.language ?? valueFrom(headers, opened)
    const result = renderValue(opened.question, value, values.code)
    if (!result.ok) throw rejected(path, opened, result.failure)
    const json = (): string =>
      `${JSON.stringify(renderedJson(opened, value, result.rendered), null, 2)}\n`
    host.out(values.json ? json() : result.rendered.text)
    return ok
  },
})

async function onlyTemplate(
  path: string,
  options: CheckOptions,
  host: Parameters<typeof openFile>[1],
): Promise<OpenTemplate> {
  const { templates } = await openFile(path, host)
  const [only, ...others] = templates
  if (only === undefined) throw new Failure(`${path}: it holds no template`)
  if (others.length > 0) {
    const names = templates.map(({ name }) => name).join(', ')
    throw new Failure(`${path}: it holds several templates (${names}); render takes one`)
  }
  const opened = openTemplate(only, options)
  const [mistake] = await variableMistakes(opened.profile, options.variables ?? {})
  if (mistake === undefined) return opened
  throw new Failure(`--set ${mistake.path.join('.')}: ${mistake.message}`)
}

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

function rejected(
  path: string,
  { embedded }: OpenTemplate,
  { message, span }: { readonly message: string; readonly span: { readonly start: number } },
): Failure {
  const { line, column } = new Lines(embedded.text).position(span.start)
  const place = embedded.name === '' ? `${path}:${line}:${column}` : `${path}: ${embedded.name}`
  return new Failure(`${place}: Liquid rejects this template (${message}): see codeword ${path}`)
}
