import type { CST } from 'yaml'
import type { Units } from '../hosted-text.ts'
import { type BlockHeader, blockHeader, blockScalar } from './block-scalar.ts'
import { type FlowStyle, flowScalar } from './flow-scalar.ts'

/** A scalar as it is written. */
export interface ScalarSource {
  readonly style: FlowStyle | 'block'
  /** From the first character or the indicator of its style to the end of its last line. */
  readonly start: number
  readonly end: number
  readonly units: Units
  /** Of a block scalar. */
  readonly block?: {
    readonly header: BlockHeader
    readonly parentIndent: number
    /** How many columns its lines are indented. */
    readonly indent: number
  }
}

const styles: Readonly<Record<string, FlowStyle>> = {
  scalar: 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
}

/** Decodes the scalar that a token stands for; undefined for what is none. */
export function scalarSource(host: string, token: CST.Token): ScalarSource | undefined {
  const start = token.offset
  if (token.type === 'block-scalar') return blockSource(host, token)
  const style = styles[token.type]
  if (style === undefined || !('source' in token)) return undefined
  const end = start + token.source.length
  return { style, start, end, units: flowScalar(host, start, end, style) }
}

function blockSource(host: string, token: CST.BlockScalar): ScalarSource {
  const { props, source, indent: parentIndent } = token
  const head = props.map((prop) => ('source' in prop ? prop.source : '')).join('')
  const [indicator] = props
  const header = blockHeader(
    indicator !== undefined && 'source' in indicator ? indicator.source : '|',
  )
  const first = token.offset + head.length
  const end = first + source.length
  const { indent, ...units } = blockScalar(host, first, end, header, parentIndent)
  return {
    style: 'block',
    start: token.offset,
    end,
    units,
    block: { header, parentIndent, indent },
  }
}
