/** Sets of values that the language variable may take, each inside the next. Grammars: docs/domains.md. */
export type DomainName = 'tag' | 'real' | 'header' | 'any'

/** From narrow to wide. */
export const domainNames: readonly DomainName[] = ['tag', 'real', 'header', 'any']
