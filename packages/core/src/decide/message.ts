import type { Profile } from '../profile/profile.ts'
import type { Question } from './analysis.ts'

/** The code in every text that Codeword shows: a fake one. */
const fakeCodes = ['123456', '907134', '385217', '640928'] as const

/** A fake code that does not already stand in the template, so that counting it counts codes only. */
export const fakeCodeFor = (source: string): string =>
  fakeCodes.find((code) => !source.includes(code)) ?? '583017264'

/** Whether a customer sees nothing: no character but white space, controls and invisible ones. */
export const isBlank = (text: string): boolean =>
  // The second takes 1 ms to make, and hardly any message gets that far.
  !/[!-~]/.test(text) && !/[^\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(text)

/** The last line of a message bound to a web origin, https://wicg.github.io/sms-one-time-codes/ */
const originBoundLine = /(?:^|\n)@\S+ #\S+(?: @\S+)?\s*$/

/** What the language variable holds for a value that a request may bring: another where nothing is brought. */
export const heldValue = (
  { whenMissing }: Pick<Question, 'whenMissing'>,
  value: string | null,
): string | null => value ?? whenMissing ?? null

/** How often the code stands in a text, the copy in an origin-bound last line left out. */
export const countCodes = (text: string, code: string): number =>
  text.replace(originBoundLine, '').split(code).length - 1

/**
 * The variables of one rendering: those of the question, the code, and the language variable's value.
 * Names are dotted paths: `requestInfo.lang` becomes `{ requestInfo: { lang } }`.
 * @param inputs values of other variables, in place of the question's
 */
export function contextFor(
  question: Question,
  value: string | null,
  code: string,
  inputs?: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const context: Record<string, unknown> = { ...question.variables }
  for (const name of question.profile.codeVariables) setPath(context, name, code)
  setPath(context, question.profile.languageVariable, value ?? question.whenMissing ?? null)
  for (const [path, one] of inputs ?? []) setPath(context, path, one)
  return context
}

function setPath(target: Record<string, unknown>, dotted: string, value: unknown): void {
  const [first, ...rest] = dotted.split('.') as [string, ...string[]]
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner = target[first]
  const copy = typeof inner === 'object' && inner !== null ? { ...inner } : {}
  target[first] = copy
  setPath(copy as Record<string, unknown>, rest.join('.'), value)
}

/** What each `@@name@@` is replaced with, from the variables of one rendering. */
export function placeholdersFor(
  question: Question,
  context: Record<string, unknown>,
): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, path] of Object.entries(question.profile.placeholders)) {
    const value = path
      .split('.')
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], context)
    if (value !== undefined && value !== null) values[name] = String(value)
  }
  return values
}

/** The variable whose value stands in a rendered part: `code` for `@@code@@` and for `{{ code | upcase }}`. */
export function insertedVariable(profile: Profile, inserted: string): string {
  const placeholder = /^@@(.+)@@$/.exec(inserted)?.[1]
  if (placeholder !== undefined) return profile.placeholders[placeholder] ?? placeholder
  return /^[\w.-]+/.exec(inserted)?.[0] ?? inserted
}
