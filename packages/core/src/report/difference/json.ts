import type { Change } from '../../decide/compare/difference.ts'
import { engine } from '../../render/engine.ts'
import type { Rendered } from '../../render/rendered.ts'
import { segment } from '../../sms/segment.ts'
import { inertJson } from '../inert.ts'
import type { DiffFormat } from './comparison.ts'

/** For programs. The shape is a promise: keys are added, never renamed or removed. */
export const json: DiffFormat = ({ before, after, opened, difference }) => {
  const { question, profile } = opened.after
  const value = {
    before,
    after,
    profile: profile.name,
    engine,
    domain: typeof question.domain === 'string' ? difference.domain : question.domain,
    languages: difference.languages,
    proved: difference.complete,
    complete: difference.complete,
    by: difference.by,
    ...(difference.open !== undefined && { reason: difference.open }),
    changes: difference.changes.map(changeJson),
  }
  return inertJson(value)
}

function changeJson(change: Change): object {
  const { value, realistic, languages, domain, inputs, before, after, part } = change
  const real = realistic.includes(value) ? value : realistic[0]
  return {
    witness: { value, domain, ...(inputs && { inputs }) },
    ...(real !== undefined && { realistic: { value: real } }),
    languages,
    before: messageJson(before),
    after: messageJson(after),
    ...(part && { part }),
  }
}

/** null where rendering stops: the customer gets nothing. */
function messageJson(rendered: Rendered | undefined): object | null {
  if (rendered === undefined) return null
  const { encoding, units, segments } = segment(rendered.text)
  return { text: rendered.text, encoding, units, segments }
}
