import type { Profile } from '../../profile/profile.ts'

/** How the code is written in templates of a profile: `@@password@@` where it has placeholders, else `{{ code }}`. */
export function codeSpelling(profile: Profile): string {
  const placeholder = Object.entries(profile.placeholders).find(([, variable]) =>
    profile.codeVariables.includes(variable),
  )
  return placeholder
    ? `\`@@${placeholder[0]}@@\``
    : `\`{{ ${profile.codeVariables[0] ?? 'code'} }}\``
}
