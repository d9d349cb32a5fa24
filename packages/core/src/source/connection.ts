import type { Surroundings } from '../lint/rule.ts'
import { type Path, valueAt } from '../text/mistakes.ts'
import { hasMarker, isTemplateElsewhere } from './markers.ts'
import { itemPaths, nameOf, type ObjectKind, objectAt } from './object-kind.ts'
import type { EmbeddedTemplate, HostDocument } from './source-file.ts'
import { type Strategy, strategyOf } from './strategy.ts'

/** Where connections keep their templates. https://auth0.com/docs/api/management/v2/connections */
const templatePlaces: readonly {
  readonly strategy: Strategy
  readonly path: Path
  readonly templateType?: string
}[] = [
  { strategy: 'sms', path: ['options', 'template'] },
  { strategy: 'email', path: ['options', 'email', 'body'], templateType: 'body' },
  { strategy: 'email', path: ['options', 'email', 'subject'], templateType: 'subject' },
  { strategy: 'email', path: ['options', 'email', 'from'], templateType: 'from' },
]

/**
 * The passwordless connections of a document: one, a list, or a list under `connections` as the
 * Management API pages them and auth0-deploy-cli keeps them in tenant.yaml.
 */
export const connections: ObjectKind = {
  words: ['strategy', 'options'],
  find(document, deployed) {
    const found = itemPaths(document.value, 'connections').flatMap((path) => {
      const strategy = strategyOf(valueAt(document.value, path))
      return strategy === undefined ? [] : [{ path, strategy }]
    })
    if (found.length === 0) return undefined
    return {
      connections: found.map(({ path }) => objectAt(document, path)),
      templates: found.flatMap(({ path, strategy }) =>
        templatesAt(document, path, strategy, deployed),
      ),
    }
  },
}

function templatesAt(
  document: HostDocument,
  at: Path,
  strategy: Strategy,
  deployed: boolean,
): readonly EmbeddedTemplate[] {
  const surroundings = surroundingsOf(valueAt(document.value, at), strategy, deployed)
  const places = templatePlaces.filter((place) => place.strategy === strategy)
  return places.flatMap(({ path, templateType }) => {
    const hosted = document.textAt([...at, ...path])
    if (hosted === undefined || isElsewhere(hosted.text, path)) return []
    const hints = { strategy, ...(templateType !== undefined && { templateType }) }
    return [{ ...hosted, name: nameOf(document, [...at, ...path]), hints, surroundings }]
  })
}

/** deploy-cli keeps email bodies in files of their own: `./email.html`. */
const isElsewhere = (template: string, path: Path): boolean =>
  isTemplateElsewhere(template) ||
  (path.at(-1) === 'body' && /^\.{0,2}\/?[^\s<{]+\.html$/.test(template))

function surroundingsOf(value: unknown, strategy: Strategy, deployed: boolean): Surroundings {
  const options = valueAt(value, ['options'])
  const syntax = valueAt(options, strategy === 'sms' ? ['syntax'] : ['email', 'syntax'])
  const requestLanguage = valueAt(options, ['request_language'])
  const length = valueAt(options, ['totp', 'length'])
  const timeStep = valueAt(options, ['totp', 'time_step'])
  return {
    deployed,
    ...(isSettled(syntax) && { syntax }),
    ...(isSettled(requestLanguage) && { requestLanguage }),
    ...((typeof length === 'number' || typeof timeStep === 'number') && {
      totp: {
        ...(typeof length === 'number' && { length }),
        ...(typeof timeStep === 'number' && { timeStep }),
      },
    }),
  }
}

/** A text that deploy-cli leaves as it is. */
const isSettled = (value: unknown): value is string =>
  typeof value === 'string' && !hasMarker(value)
