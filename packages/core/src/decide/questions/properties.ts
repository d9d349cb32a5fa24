import { type DomainName, domainNames } from '../../language/domain.ts'
import type { Span } from '../../text/span.ts'
import type { DeadArm, Property } from '../analysis.ts'
import { type Formula, no, not, yes } from '../logic/formula.ts'
import { countCodes, isBlank } from '../message.ts'
import { hasBit } from '../solve/bits.ts'
import type { Answer } from '../solve/solver.ts'
import { codesIn, type Fault, type Judge, occurs, settle, unproved } from './judge.ts'

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** At least one visible character for every value. */
export function neverEmpty(judge: Judge): Property {
  const { formulas, visible } = judge.pieces
  const when = not(formulas.or(...visible))
  return settle(judge, 'never-empty', { when, shows: ({ text }) => isBlank(text) }, () => [])
}

/** At least one code for every value; a message that needs none has nothing to prove. */
export function codeAlways(judge: Judge): Property {
  if (judge.question.profile.codeVariables.length === 0) return nothingToProve('code-always')
  const { formulas, code } = judge.pieces
  const when = not(formulas.or(...code))
  const shows: Fault['shows'] = ({ text }, entry) =>
    !text.includes(judge.code) && codesIn(judge, entry, text) === 0
  return settle(judge, 'code-always', { when, shows }, () => [])
}

/** At most one code for every value, the copy in an origin-bound last line aside. */
export function codeOnce(judge: Judge): Property {
  if (judge.question.profile.codeVariables.length === 0) return nothingToProve('code-once')
  const { formulas, list, code, twoCodes, bound } = judge.pieces
  const counted = code.map((holds, i) => formulas.and(holds, not(bound[i]!)))
  const when = formulas.and(
    formulas.or(...twoCodes, twoOf(judge, counted)),
    not(repeatsCode(judge)),
  )
  const shows = ({ text }: { readonly text: string }): boolean => countCodes(text, judge.code) > 1
  return settle(judge, 'code-once', { when, shows }, ({ entry }) => {
    judge.solver.pool.find(yes, 'any')
    const at = judge.solver.pool.entries.indexOf(entry)
    const holds = (formula: number): boolean => hasBit(judge.solver.pool.bits(formula), at)
    return list.flatMap((piece, i) => (holds(counted[i]!) ? [spanOf(piece.span)] : []))
  })
}

/** Where the code may stand twice; nowhere if that depends on what the template does not ask. */
function repeatsCode({ question, program, pieces }: Judge): Formula {
  const { repeatsCode: where } = question.profile
  if (typeof where !== 'object') return where ? yes : no
  if (!program.inputs.has(where.variable)) return no
  return pieces.formulas.atom({ kind: 'input', path: where.variable, value: where.value })
}

/** Where at least two of the formulas hold, in linear size. */
function twoOf(judge: Judge, list: readonly number[]): number {
  const { formulas } = judge.pieces
  let before = not(yes)
  const pairs: number[] = []
  for (const one of list) {
    pairs.push(formulas.and(before, one))
    before = formulas.or(before, one)
  }
  return formulas.or(...pairs)
}

const nothingToProve = (name: 'code-always' | 'code-once'): Property => ({
  name,
  status: 'proved',
  domain: 'any',
  sites: [],
})

const isSure = (answer: Answer): boolean => answer.kind === 'some' && answer.sure

/** Every arm is entered for some value. Deadness is worse the wider the domain. */
export function allReachable(judge: Judge): readonly [Property, readonly DeadArm[]] {
  const required = domainNames.indexOf(judge.domain)
  const dead: DeadArm[] = []
  const deadAt = new Set<number>()
  let open: Property | undefined
  for (const [index, { arm, when, parent }] of judge.program.arms.entries()) {
    const fault = {
      when,
      shows: ({ arms }: { readonly arms: readonly Span[] }): boolean =>
        arms.some(({ start }) => start === arm.start),
    }
    if (parent !== undefined && deadAt.has(parent)) {
      deadAt.add(index)
      continue
    }
    // That an arm is entered is shown to nobody: what is sure need not be rendered.
    if (isSure(judge.solver.find(when, judge.domain))) continue
    const verdict = occurs(judge, fault, judge.domain)
    if (verdict.kind === 'open') open ??= unproved(judge, 'all-reachable', verdict.because)
    if (verdict.kind !== 'never') continue
    deadAt.add(index)
    let domain: DomainName = judge.domain
    for (const wider of domainNames.slice(required + 1))
      if (occurs(judge, fault, wider).kind === 'never') domain = wider
      else break
    dead.push({ arm: spanOf(arm), tag: spanOf(arm.tag), domain })
  }
  const sites = dead.map(({ tag }) => tag)
  if (dead.length > 0) {
    const domain = dead
      .map((one) => one.domain)
      .sort((a, b) => domainNames.indexOf(b) - domainNames.indexOf(a))[0]!
    return [{ name: 'all-reachable', status: 'broken', domain, sites }, dead]
  }
  if (open) return [open, dead]
  return [{ name: 'all-reachable', status: 'proved', domain: judge.domain, sites }, dead]
}
