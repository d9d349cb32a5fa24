import { type Span, spanOf } from '../../text/span.ts'
import { type HostNode, hostDocument } from '../host-tree.ts'
import type { HostDocument } from '../source-file.ts'
import type { HclBlock, HclBody, HclFile } from './hcl-text.ts'

/** The keys under which auth0-deploy-cli and the Management API keep what each resource stands for. */
const kinds: Readonly<Record<string, { readonly list: string; readonly make: Making }>> = {
  auth0_connection: { list: 'connections', make: connection },
  auth0_branding_phone_notification_template: { list: 'phoneTemplates', make: phoneTemplate },
  auth0_phone_notification_template: { list: 'phoneTemplates', make: phoneTemplate },
  auth0_guardian: { list: 'guardianFactorTemplates', make: guardian },
}

type Making = (resource: HclBlock, address: string) => HostNode

/** Whether a text may have one of those resources. */
export const mentionsResource = (text: string): boolean =>
  new RegExp(`"(?:${Object.keys(kinds).join('|')})"`).test(text)

export const isOurs = ({ type, labels: [kind = ''] }: HclBlock): boolean =>
  type === 'resource' && Object.hasOwn(kinds, kind)

/** The resources of Auth0's in a file, as the Management API has them. */
export function terraformDocument(text: string, { body, problem }: HclFile): HostDocument {
  const lists = new Map<string, HostNode[]>()
  for (const block of body.blocks.filter(isOurs)) {
    const [kind = '', name = ''] = block.labels
    const { list, make } = kinds[kind]!
    lists.set(list, [...(lists.get(list) ?? []), make(block, `${kind}.${name}`)])
  }
  const whole = spanOf(0, text.length)
  const members = [...lists].map(([key, items]): Member => [key, listOf(whole, items)])
  return hostDocument(objectOf(whole, members), { problem })
}

type Member = readonly [string, HostNode]

/** https://github.com/auth0/terraform-provider-auth0/blob/main/docs/resources/connection.md */
function connection(resource: HclBlock, address: string): HostNode {
  const options = blockOf(resource.body, 'options')
  const attributes = [...resource.body.attributes]
  if (options === undefined) return { ...objectOf(resource, attributes), name: address }
  const strategy = resource.body.attributes.get('strategy')?.content
  const isEmail = strategy?.kind === 'text' && strategy.text === 'email'
  const place = `${address}.options`
  const made = isEmail ? emailOptions(options, place) : objectOf(options, renamed(options.body))
  return {
    ...objectOf(resource, [...attributes, ['options', { ...made, key: options.key }]]),
    name: address,
  }
}

/** Arguments that are called otherwise than in the Management API. */
const apiNames: Readonly<Record<string, string>> = {
  forward_request_info: 'forward_req_info',
  auth_params: 'authParams',
}

/** The arguments of a block, and the blocks in it as objects. */
function renamed(body: HclBody): readonly Member[] {
  const attributes = [...body.attributes].map(([key, node]): Member => [apiNames[key] ?? key, node])
  const blocks = body.blocks.map(
    (block): Member => [block.type, { ...objectOf(block, renamed(block.body)), key: block.key }],
  )
  return [...blocks, ...attributes]
}

/** What the Management API has under `options.email`; the body is called `template`. */
function emailOptions(options: HclBlock, place: string): HostNode {
  const names: Readonly<Record<string, string>> = {
    template: 'body',
    subject: 'subject',
    from: 'from',
    syntax: 'syntax',
  }
  const members = renamed(options.body)
  const email = members.flatMap(([key, node]): Member[] => {
    const inner = Object.hasOwn(names, key) ? names[key] : undefined
    return inner === undefined ? [] : [[inner, { ...node, name: `${place}.${key}` }]]
  })
  const others = members.filter(([key]) => !Object.hasOwn(names, key))
  return objectOf(options, [
    ...others,
    ['email', { ...objectOf(options, email), key: options.key }],
  ])
}

/** https://github.com/auth0/terraform-provider-auth0/blob/main/docs/resources/branding_phone_notification_template.md */
function phoneTemplate(resource: HclBlock, address: string): HostNode {
  return { ...objectOf(resource, renamed(resource.body)), name: address }
}

/** https://github.com/auth0/terraform-provider-auth0/blob/main/docs/resources/guardian.md */
function guardian(resource: HclBlock, address: string): HostNode {
  const phone = blockOf(resource.body, 'phone')
  const options = phone && blockOf(phone.body, 'options')
  const members = options === undefined ? [] : renamed(options.body)
  return { ...objectOf(options ?? resource, members), name: `${address}.phone.options` }
}

const blockOf = ({ blocks }: HclBody, type: string): HclBlock | undefined =>
  blocks.find((block) => block.type === type)

const objectOf = ({ start, end }: Span, members: readonly Member[]): HostNode => ({
  start,
  end,
  content: { kind: 'object', members: new Map(members) },
})

const listOf = ({ start, end }: Span, items: readonly HostNode[]): HostNode => ({
  start,
  end,
  content: { kind: 'list', items },
})
