import type { Profile } from '../../profile/profile.ts'

/**
 * How the code is written in templates of a profile: `@@password@@` where it has placeholders, else `{{ code }}`.
 * @param syntax `options.syntax`; under `liquid` placeholders may stay as they stand
 */
export function codeSpelling(profile: Profile, syntax?: string): string {
  const placeholder = Object.entries(profile.placeholders).find(([, variable]) =>
    profile.codeVariables.includes(variable),
  )
  return placeholder && syntax !== 'liquid'
    ? `\`@@${placeholder[0]}@@\``
    : `\`{{ ${profile.codeVariables.at(-1) ?? 'code'} }}\``
}
