/** A template in three languages, its fixture, and what Vitest writes for it. */
export const files = {
  'otp.liquid': `{%- if request_language contains 'fr' -%}
  Ceci est votre code: @@password@@
{%- elsif request_language contains 'nl' -%}
  Hier is uw code: @@password@@
{%- else -%}
  Your code is @@password@@
{%- endif -%}
`,
  'otp.codeword.yaml': `template: ./otp.liquid
cases:
  - name: no header at all
  - name: Dutch browser
    headers: { accept-language: "nl-NL,nl;q=0.9" }
  - name: app asks for French
    headers: { x-request-language: fr-FR }
    expect:
      contains: votre code
      segments: 1
`,
} as const

export const snapshots = `# otp.codeword.yaml

## no header at all

request_language: none · arm: \`else\` · GSM-7 · 19 units · 1 segment

\`\`\`text
Your code is 123456
\`\`\`

## Dutch browser

request_language: \`nl-NL,nl;q=0.9\` · arm: \`elsif request_language contains 'nl'\` · GSM-7 · 23 units · 1 segment

\`\`\`text
Hier is uw code: 123456
\`\`\`

## app asks for French

request_language: \`fr-FR\` · arm: \`if request_language contains 'fr'\` · GSM-7 · 27 units · 1 segment

\`\`\`text
Ceci est votre code: 123456
\`\`\`
`

/** Another template and its fixture. */
export const other = {
  'other.liquid': 'Your code: @@password@@',
  'other.codeword.yaml': 'template: ./other.liquid\ncases:\n  - name: anybody\n',
} as const
