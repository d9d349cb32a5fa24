import type { Change, Fields, Refusal, Target } from '@codeword/auth0'
import {
  compareTemplates,
  diffFormats,
  type EmbeddedTemplate,
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

/** What a push would change: who gets another text, and each other field. */
export async function planText(
  target: Target,
  before: Fields,
  after: Fields,
  changes: readonly Change[],
  host: Host,
): Promise<string> {
  const compared = await pairs(target, before, after)
  const names = new Set(compared.length > 0 ? target.texts : [])
  const others = changes.filter(({ path }) => !names.has(path.split('.').at(-1)!))
  const rows = others.map(
    ({ path, before: old, after: now }) =>
      `  ${path}: ${shown(target, path, old)} → ${shown(target, path, now)}\n`,
  )
  const options = rows.length === 0 ? '' : `Options\n${rows.join('')}`
  const texts: string[] = []
  for (const pair of compared) texts.push(await textChanges(pair, compared.length > 1, host))
  return texts.join('') + options || 'Nothing changes.\n'
}

/** A field may hold what nobody should read. */
function shown({ texts }: Target, path: string, value: unknown): string {
  if (value === undefined) return '(none)'
  const name = path.split('.').at(-1)!
  const { value: redacted } = withoutSecrets({ [name]: value }, new Set(texts))
  return visible(JSON.stringify((redacted as Fields)[name]))
}

interface Pair {
  readonly before: EmbeddedTemplate
  readonly after: EmbeddedTemplate
}

/** The texts that may reach somebody else than before; the language that an option sets counts. */
async function pairs(target: Target, before: Fields, after: Fields): Promise<readonly Pair[]> {
  const [old = [], now = []] = [await templatesIn(target, before), await templatesIn(target, after)]
  return now.flatMap((template, at) => {
    const earlier = old[at]
    if (earlier === undefined) return []
    const isSame =
      earlier.text === template.text &&
      earlier.surroundings.requestLanguage === template.surroundings.requestLanguage
    return isSame ? [] : [{ before: earlier, after: template }]
  })
}

async function templatesIn(target: Target, fields: Fields) {
  const source = await openSource('tenant.json', JSON.stringify(target.toFile(fields)))
  return source?.templates
}

async function textChanges({ before, after }: Pair, isNamed: boolean, host: Host): Promise<string> {
  const write = await diffFormats.text()
  const opened = { before: openTemplate(before), after: openTemplate(after) }
  const difference = compareTemplates(opened.before.question, opened.after.question)
  const name = isNamed && after.name !== undefined ? ` ${after.name}` : ''
  return write({ before: `tenant${name}`, after: `here${name}`, opened, difference }, host)
}
