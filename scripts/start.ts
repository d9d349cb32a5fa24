/**
 * `npm start`: what customers read from Auth0's sample of 2016 and from its repaired twin, side by side.
 */
import { readFileSync } from 'node:fs'
import { styleText } from 'node:util'
import { isBlank, lintSource, openSource, openTemplate, renderValue } from '@codeword/core'

const customers: readonly (readonly [string, string | null])[] = [
  ['no language header', null],
  ['iPhone, English (US)', 'en-US'],
  ['browser, Dutch', 'nl-NL,nl;q=0.9,en;q=0.8'],
  ['phone, French (Canada)', 'fr-CA'],
  ['phone, French (France)', 'fr-FR'],
  ['Android, Portuguese', 'pt_BR'],
  ['a server (Node fetch)', '*'],
]

const faint = (text: string): string => styleText('dim', text, { stream: process.stdout })
const bad = (text: string): string => styleText('red', text, { stream: process.stdout })
const good = (text: string): string => styleText('green', text, { stream: process.stdout })

interface Sample {
  readonly text: (value: string | null) => string
  readonly findings: readonly string[]
}

async function read(file: string): Promise<Sample> {
  const source = await openSource(
    file,
    readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8'),
  )
  const [embedded] = source?.templates ?? []
  if (source === undefined || embedded === undefined) throw new Error(`${file} holds no template`)
  const { question } = openTemplate(embedded)
  return {
    text: (value) => {
      const result = renderValue(question, value)
      return result.ok ? result.rendered.text : ''
    },
    findings: lintSource(source).diagnostics.map(
      ({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
    ),
  }
}

const show = (text: string): string => (isBlank(text) ? '(an empty message)' : text.trim())

const [sample, repaired] = await Promise.all([
  read('auth0-sample.liquid'),
  read('auth0-sample-repaired.liquid'),
])

const columns = [26, 42] as const
console.log(`${''.padEnd(columns[0])}${"Auth0's sample of 2016".padEnd(columns[1])}repaired`)
for (const [who, value] of customers) {
  const [left, right] = [show(sample.text(value)), show(repaired.text(value))]
  const paint = isBlank(sample.text(value)) ? bad : good
  console.log(`${faint(who.padEnd(columns[0]))}${paint(left.padEnd(columns[1]))}${good(right)}`)
}

console.log('\nWhat Codeword says of the sample:')
for (const finding of sample.findings) console.log(`  ${finding}`)
console.log('\nand of the repaired template:')
for (const finding of repaired.findings.length > 0
  ? repaired.findings
  : ['nothing: it is silent on correct templates'])
  console.log(`  ${finding}`)

console.log(
  '\nNow your own template (a .liquid file, or a JSON, YAML or Terraform file with an Auth0 connection):',
)
console.log('  npm run -s codeword -- path/to/your-file')
