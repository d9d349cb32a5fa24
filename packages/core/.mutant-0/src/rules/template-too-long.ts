import type { TemplateRule } from '../lint/rule.ts'

export const templateTooLong: TemplateRule = {
  name: 'template-too-long',
  group: 'message',
  severity: 'error',
  summary: 'The template is longer than the vendor stores.',
  on: 'template',
  check: ({ template, profile }) => {
    const { length } = template.source
    const limit = profile.limits.template
    if (length <= limit) return []
    const message = `The template has ${length} characters and ${profile.title} stores at most ${limit}: saving it fails. Shorten texts or drop languages`
    return [{ start: limit, end: length, message }]
  },
}
