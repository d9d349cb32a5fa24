import { createRequire } from 'node:module'
import { Document, Scalar } from 'yaml'

export interface Tenant {
  readonly connections: readonly [unknown, { readonly options: { template: unknown } }]
}

/** The reader of auth0-deploy-cli itself. */
const { load } = createRequire(import.meta.resolve('auth0-deploy-cli'))('js-yaml') as {
  load: (host: string) => Tenant
}

/** A tenant as auth0-deploy-cli reads it. */
export const loaded = (host: string): Tenant | undefined => {
  try {
    return load(host)
  } catch {
    return undefined // It refuses some characters, and takes a lone CR for a line end.
  }
}

/** A tenant with a text in it, as the stringifier of `yaml` writes it in one style. */
export function written(text: string, style: Scalar.Type, indent: number, flow: boolean): string {
  const template = new Scalar(text)
  template.type = style
  const connections = [{ name: 'x' }, { strategy: 'sms', options: { template, syntax: 'liquid' } }]
  const document = new Document({ connections, phoneTemplates: [] })
  const options = document.getIn(['connections', 1, 'options']) as { flow?: boolean }
  options.flow = flow
  return document.toString({ indent, lineWidth: 24, minContentWidth: 0 })
}
