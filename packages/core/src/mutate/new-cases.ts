import type { FixtureCase } from '../fixture/fixture.ts'
import type { Prepared } from '../fixture/prepared.ts'
import { requestFor } from '../fixture/request-for.ts'
import { isKnownLanguage, languageName } from '../language/tag.ts'
import type { Variables } from '../render/compile.ts'
import { valueName } from '../report/value-names.ts'
import { shortened } from '../text/shortened.ts'
import { visible } from '../text/visible.ts'
import type { KillingCase } from './killing-case.ts'

/** A case as a fixture writes it. */
export type NewCase = Pick<FixtureCase, 'name' | 'headers' | 'value' | 'variables'>

/** Gives cases that a fixture lacks their names, and the request that brings their value. */
export function newCases(prepared: Prepared, missing: readonly KillingCase[]): readonly NewCase[] {
  const names = new Set(prepared.fixture.cases.map(({ name }) => name))
  return missing.map((one) => {
    const name = unused(nameOf(prepared, one), names)
    names.add(name)
    const { value, variables } = one
    return { name, ...requestFor(prepared.opened, value), ...(variables && { variables }) }
  })
}

/**
 * Those of new cases that a fixture may have. A snapshot would keep a faulty message as what is due: the template
 * must be mended first.
 *
 * @param missing what the cases were made for, in their order
 */
export const soundCases = (
  cases: readonly NewCase[],
  missing: readonly KillingCase[],
): readonly NewCase[] => cases.filter((_, at) => missing[at]!.fault === undefined)

function unused(name: string, names: ReadonlySet<string>): string {
  let free = name
  for (let n = 2; names.has(free); n++) free = `${name} (${n})`
  return free
}

/** `French (fr)`, `German (de,en;q=0.5)`, `no header, application.name: Example`. */
function nameOf({ opened }: Prepared, { value, variables = {} }: KillingCase): string {
  const { languageVariable } = opened.profile
  const others = dotted(variables).map(
    ([name, one]) => `${name}: ${one === null ? 'missing' : shortened(visible(String(one)), 40)}`,
  )
  return [callerOf(value, languageVariable), ...others].join(', ')
}

/** A list is called by its first language. */
function callerOf(value: string | null, variable: string): string {
  const first = value?.split(/[,;]/, 1)[0]?.trim() ?? ''
  if (value === null || first === value || !isKnownLanguage(first))
    return valueName(value, variable)
  return `${languageName(first)} (${visible(shortened(value, 40))})`
}

const dotted = (variables: Variables, before = ''): readonly (readonly [string, unknown])[] =>
  Object.entries(variables).flatMap(([name, one]) =>
    typeof one === 'object' && one !== null
      ? dotted(one as Variables, `${before}${name}.`)
      : [[`${before}${name}`, one] as const],
  )
