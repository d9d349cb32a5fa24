import type { OptionChange, Options, Refusal } from '@codeword/auth0'
import {
  compareTemplates,
  diffFormats,
  openSource,
  openTemplate,
  visible,
  withoutSecrets,
} from '@codeword/core'
import type { Host } from '../host.ts'

const refusals: Readonly<Record<Refusal, (paths: string, name: string) => string>> = {
  unreadable: () =>
    'this token may not read the options, and writing would lose them: it needs the scope read:connections_options',
  changed: (_, name) =>
    `the tenant has changed since: codeword connection pull ${name} --force, then make your change again`,
  vanishing: (paths) =>
    `the tenant has options that are missing here, and writing would lose them: ${paths}`,
  'no-secret': (paths) => `a keyword stands for a secret that the tenant has not: ${paths}`,
}

/** Why nothing may be written. */
export const refusalText = (refusal: Refusal, paths: readonly string[], name: string): string =>
  refusals[refusal](paths.join(', '), name)

/** What a push would change: who gets another text, and each other option. */
export async function planText(
  before: Options,
  after: Options,
  changes: readonly OptionChange[],
  host: Host,
): Promise<string> {
  const others = changes.filter(({ path }) => path !== 'template')
  const rows = others.map(
    ({ path, before: old, after: now }) => `  ${path}: ${shown(path, old)} → ${shown(path, now)}\n`,
  )
  const options = rows.length === 0 ? '' : `Options\n${rows.join('')}`
  const isOther = before.template !== after.template
  const texts = isOther
    ? await textChanges(String(before.template), String(after.template), host)
    : ''
  return texts + options || 'Nothing changes.\n'
}

/** An option may hold what nobody should read. */
function shown(path: string, value: unknown): string {
  if (value === undefined) return '(none)'
  const name = path.split('.').at(-1)!
  const redacted = withoutSecrets({ [name]: value }).value as Record<string, unknown>
  return visible(JSON.stringify(redacted[name]))
}

async function textChanges(before: string, after: string, host: Host): Promise<string> {
  const write = await diffFormats.text()
  const open = async (text: string) =>
    openTemplate((await openSource('template.liquid', text))!.templates[0]!)
  const opened = { before: await open(before), after: await open(after) }
  const difference = compareTemplates(opened.before.question, opened.after.question)
  return write({ before: 'tenant', after: 'here', opened, difference }, host)
}
