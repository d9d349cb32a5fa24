import type { OpenTemplate } from '../check/open-template.ts'
import { firstLanguage } from '../rules/shared/idiom-fix.ts'
import { blocksAround } from './caret.ts'

export interface Snippet {
  readonly label: string
  readonly detail: string
  /** With `$1` where the caret goes, as the protocol writes snippets. */
  readonly text: string
}

/** Whole branches for a place between tags: of the block around it, else a block that serves two languages. */
export function snippetsAt(
  { template, profile }: OpenTemplate,
  offset: number,
): readonly Snippet[] {
  const { languageVariable, resolvesLanguage, codeVariables } = profile
  const code = codeVariables[0] === undefined ? '' : ` {{ ${codeVariables[0]} }}`
  const block = blocksAround(template.nodes, offset).findLast(
    ({ type }) => type === 'case' || type === 'if',
  )
  const detail = 'a branch for one more language'
  if (block?.type === 'case')
    return [{ label: 'when', detail, text: `{%- when '$1' -%}\n  $2${code}\n` }]
  if (block?.type === 'if') {
    const text = `{%- elsif ${languageVariable} == '$1' -%}\n  $2${code}\n`
    return [{ label: 'elsif', detail, text }]
  }
  const first = `{%- assign language = ${languageVariable} | ${firstLanguage} -%}\n`
  const [opening, subject] = resolvesLanguage ? ['', languageVariable] : [first, 'language']
  const branches = `  {%- when '$1' -%}\n    $2${code}\n  {%- else -%}\n    $3${code}\n`
  return [
    {
      label: 'texts by language',
      detail: 'each customer gets the text of the first language asked for',
      text: `${opening}{%- case ${subject} -%}\n${branches}{%- endcase -%}`,
    },
  ]
}
