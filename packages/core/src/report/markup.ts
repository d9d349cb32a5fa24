import { visible } from '../text/visible.ts'

/** A text as the content of an HTML element or of an attribute in double quotes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)

/** As in HTML, every line of the text safe to show: line ends stay, what nobody sees is spelt out. */
export const shownHtml = (text: string): string =>
  escapeHtml(
    text
      .split(/\r\n|\n|\r/)
      .map(visible)
      .join('\n'),
  )

/** What Markdown, or GitHub in it, takes for markup, a link, a mention, an issue or mathematics. */
const markdownSigns = /[\\`*_{}[\]<>|#~@&$]|:(?=\S)|(?<=www)\.|!(?=\[)/gi

const entity = (character: string): string => `&#${character.charCodeAt(0)};`

/**
 * Words of ours, or of files, for GitHub Flavored Markdown: nothing in them is more than a word.
 * https://github.github.com/gfm/#backslash-escapes
 */
export const escapeMarkdown = (text: string): string =>
  visible(text).replace(markdownSigns, (sign) =>
    /[&<>@#:.]/.test(sign) ? entity(sign) : `\\${sign}`,
  )

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** A message in a table cell, character for character: GitHub looks for no mentions and links in `code`. */
export function messageCell(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).map((line) =>
    visible(line)
      .replace(markdownSigns, entity)
      .replace(/^ +| +$|(?<= ) +/g, (blanks) => '·'.repeat(blanks.length)),
  )
  const code = lines.map((line) => (line === '' ? '↵' : `<code>${line}</code>`)).join('<br>')
  return rightToLeft.test(text) ? `<div dir="rtl">${code}</div>` : code
}
