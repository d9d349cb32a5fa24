import { documented } from '../../profile/known-variable.ts'
import type { Profile } from '../../profile/profile.ts'
import type { Placeholder, Template } from '../../syntax/tree.ts'
import { collect } from '../../syntax/walk.ts'
import { nearest } from '../../text/nearest.ts'

/** What people call the code who think of another tool's templates, or of their own language. */
const codeWords: ReadonlySet<string> = new Set([
  ...[
    'code',
    'password',
    'otp',
    'pin',
    'passcode',
    'token',
    'passwort',
    'kode',
    'codigo',
    'código',
  ],
  ...[
    'onetimecode',
    'onetimepassword',
    'onetimepasscode',
    'otpcode',
    'pincode',
    'verificationcode',
  ],
  ...[
    'authcode',
    'accesscode',
    'securitycode',
    'confirmationcode',
    'logincode',
    'smscode',
    'mfacode',
  ],
])

const fold = (name: string): string => name.toLowerCase().replace(/[-_]/g, '')

/** What a name written like a placeholder was meant to be. */
export interface Meaning {
  /** The variable, e.g. `password` or `application.name`. */
  readonly variable: string
  readonly isCode: boolean
  /** False for another word for the code, where only the sense is the same. */
  readonly isSure: boolean
}

/**
 * What a name stands for in a template of the profile; undefined for a name that is no near miss.
 *
 * @param strict takes only names that cannot be prose: `{code}` but not `{mode}`
 */
export function meaningOf(name: string, profile: Profile, strict: boolean): Meaning | undefined {
  const { codeVariables, placeholders } = profile
  const sameCode = codeVariables.find((variable) => fold(variable) === fold(name))
  if (sameCode !== undefined) return { variable: sameCode, isCode: true, isSure: true }
  const [anyCode] = codeVariables
  if (codeWords.has(fold(name)) && anyCode !== undefined) {
    const nearCode = nearest(name, codeVariables)
    return { variable: nearCode ?? anyCode, isCode: true, isSure: nearCode !== undefined }
  }
  const names = [...documented(profile.variables)].filter((path) => !strict || /[._]/.test(path))
  const variable = strict
    ? names.find((path) => fold(path) === fold(name))
    : nearest(name, [...Object.keys(placeholders), ...names])
  return variable === undefined
    ? undefined
    : { variable, isCode: codeVariables.includes(variable), isSure: true }
}

/** How a variable is written: as a placeholder where the profile and the syntax have one. */
export function spellingOf(variable: string, profile: Profile, syntax: string | undefined): string {
  const isPlaceholder = syntax !== 'liquid' && Object.hasOwn(profile.placeholders, variable)
  return isPlaceholder ? `@@${variable}@@` : `{{ ${variable} }}`
}

/** The `@@placeholders@@` of a template that Auth0 documents for the profile. */
export function documentedPlaceholders(
  template: Template,
  profile: Profile,
): readonly Placeholder[] {
  return collect(template.nodes, (node) =>
    node.type === 'placeholder' && isDocumented(node, profile) ? [node] : [],
  )
}

export const isDocumented = ({ name }: Placeholder, profile: Profile): boolean =>
  Object.hasOwn(profile.placeholders, name)
