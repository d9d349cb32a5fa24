import type { Analysis, Conflict, Outcome, Property } from '../../decide/analysis.ts'
import { engine } from '../../render/engine.ts'
import { segment } from '../../sms/segment.ts'
import type { Span } from '../../text/span.ts'
import { inertJson } from '../inert.ts'
import {
  assumptions,
  costOf,
  type ExplainFormat,
  type Explanation,
  totalCost,
} from './explanation.ts'

/** For programs. The shape is a promise: keys are added, never renamed or removed. */
export const json: ExplainFormat = (explanation) => inertJson(explanationJson(explanation))

/** The same as a value. */
export function explanationJson(explanation: Explanation): object {
  const { opened, analysis } = explanation
  const { question } = opened
  const assumed = assumptions(explanation)
  return {
    profile: opened.profile.name,
    engine,
    domain: typeof question.domain === 'string' ? analysis.domain : question.domain,
    languages: analysis.languages,
    fallback: analysis.fallback ?? null,
    ...(assumed.length > 0 && { assumptions: assumed }),
    complete: analysis.complete,
    outcomes: analysis.outcomes.map((outcome, index) => outcomeJson(outcome, index, explanation)),
    ...blocksJson(analysis, inHost(explanation)),
    properties: analysis.properties.map(propertyJson),
    ...requestsJson(explanation),
  }
}

function outcomeJson(outcome: Outcome, index: number, explanation: Explanation): object {
  const { value, inputs, realistic, languages, rendered } = outcome
  const { encoding, units, segments } = segment(rendered.text)
  const real = realistic.includes(value) ? value : realistic[0]
  const cost = costOf(outcome, explanation)
  return {
    witness: { value, ...(inputs && { inputs }) },
    ...(real !== undefined && { realistic: { value: real } }),
    languages,
    text: rendered.text,
    encoding,
    units,
    segments,
    ...(cost !== undefined && { cost }),
    ...(explanation.requests && { requests: explanation.requests.counts[index] }),
  }
}

type ToHost = (span: Span) => Span

/** Places are UTF-16 offsets of the file. */
const inHost =
  ({ opened }: Explanation): ToHost =>
  ({ start, end }) => ({
    start: opened.embedded.toHost(start),
    end: opened.embedded.toHost(end),
  })

/** Blocks that stand on their own take the place of a list of all outcomes. */
function blocksJson({ blocks, conflicts }: Analysis, host: ToHost): object {
  if (blocks === undefined) return {}
  return {
    blocks: blocks.map(({ span, arms }) => ({
      ...host(span),
      arms: arms.map(({ arm, value }) => ({
        ...host(arm),
        ...(value !== undefined && { witness: { value } }),
      })),
    })),
    conflicts: conflicts.map(({ arms: [first, second], witness }: Conflict) => ({
      arms: [host(first), host(second)],
      witness: { value: witness.value, text: witness.text },
    })),
  }
}

const propertyJson = ({ name, status, domain, witness, reason, segments }: Property): object => ({
  name,
  status,
  domain,
  ...(witness !== undefined && {
    witness: {
      value: witness.value,
      ...(witness.inputs && { inputs: witness.inputs }),
      text: witness.text,
    },
  }),
  ...(reason !== undefined && { reason }),
  ...(segments !== undefined && { segments }),
})

function requestsJson(explanation: Explanation): object {
  const { requests } = explanation
  if (requests === undefined) return {}
  const { total, unlisted, unreadable, unrelated } = requests
  const cost = totalCost(explanation)
  return {
    requests: { total, unlisted, unreadable, unrelated, ...(cost !== undefined && { cost }) },
  }
}
