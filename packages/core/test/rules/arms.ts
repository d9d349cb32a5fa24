/** A message with two arms, both with a code, of which a test chooses one. */
export const tested = (condition: string): string =>
  `{% if ${condition} %}Votre code Acme: {{ code }}{% else %}Your Acme code: {{ code }}{% endif %}`

/** The same with `case`. */
export const cased = (values: string): string =>
  `{% case request_language %}{% when ${values} %}Votre code Acme: {{ code }}{% else %}Your Acme code: {{ code }}{% endcase %}`
