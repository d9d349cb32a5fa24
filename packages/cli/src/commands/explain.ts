import { compile, type ExplainFormatName, explainFormats, outcomeClassifier } from '@codeword/core'
import { isBroken } from '../broken.ts'
import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { Failure, found, ok } from '../failure.ts'
import { formatOf } from '../format.ts'
import { openOneTemplate, rejected, templateOptions } from '../open-one-template.ts'

export const explain = defineCommand({
  usage: 'codeword explain FILE [options]',
  about: `Explains a template: who reads what, and what holds for every customer. Ends
with 1 if a property is broken; best-language only informs.`,
  examples: [
    'codeword explain otp.liquid',
    'codeword explain otp.liquid --format html > otp.html',
    'codeword explain otp.liquid --values tenant-log.jsonl --price 0.0079',
  ],
  options: {
    format: {
      value: 'FORMAT',
      choices: Object.keys(explainFormats),
      summary: `${Object.keys(explainFormats).join(', ')} (a page to mail)`,
    },
    json: { summary: 'the same as --format json' },
    values: { value: 'FILE', summary: "real values or Auth0's log, a line each; or -" },
    price: { value: 'P', summary: 'what one segment costs' },
    strict: { summary: 'end with 1 also if a property is not proved' },
    ...templateOptions,
    ...commonOptions,
  },
  async run({ values, positionals }, host) {
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) {
      throw new Failure('explain takes one file: codeword explain otp.liquid')
    }
    const price = priceOf(values.price)
    const write = await explainFormats[formatOf<ExplainFormatName>(values, 'text')]()
    const settings = await settingsOf(values, host)
    const options = settings(path)
    const opened = await openOneTemplate(path, options, host, values)
    if (price !== undefined && opened.profile.channel === 'email') {
      throw new Failure('--price: an email has no segments, so it has no price')
    }
    const analysis = opened.analysis()
    if (analysis === undefined) {
      const refused = compile(opened.template.source)
      throw rejected(path, opened, refused.ok ? everywhere : refused.failure)
    }
    const { segmentLimit } = options
    const explanation = {
      path,
      opened,
      analysis,
      ...(price !== undefined && { price }),
      ...(segmentLimit !== undefined && { segmentLimit }),
    }
    if (values.values === undefined) host.out(write(explanation, host))
    else {
      const { countRequests } = await import('../explain/count-requests.ts')
      const classify = outcomeClassifier(opened.question, analysis)
      const { length } = analysis.outcomes
      const requests = await countRequests(values.values, classify, length, host)
      host.out(write({ ...explanation, requests }, host))
    }
    const fails = analysis.properties.some(
      (property) => isBroken(property) || (values.strict && isOpen(property)),
    )
    return fails ? found : ok
  },
})

const everywhere = { message: 'it cannot be analysed', span: { start: 0 } }

const isOpen = ({ name, status }: { readonly name: string; readonly status: string }): boolean =>
  status === 'unproved' && name !== 'best-language'

function priceOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(text)) return Number(text)
  throw new Failure(`--price: '${text}' is no price; write what one segment costs: 0.0079`)
}
