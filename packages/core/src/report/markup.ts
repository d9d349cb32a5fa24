import { direction } from '../language/tag.ts'
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

/**
 * Words of ours, or of files, for GitHub Flavored Markdown: nothing in them is markup, a link, a mention or
 * the end of a table cell. https://github.github.com/gfm/#backslash-escapes
 */
export const escapeMarkdown = (text: string): string =>
  visible(text).replace(/[!-/:-@[-`{-~]/g, (character) =>
    /[&<>@#:./]/.test(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
  )

/** A message in a table cell, character for character: GitHub looks for no mentions and links in `code`. */
export function messageCell(text: string, language: string | undefined): string {
  const lines = text.split(/\r\n|\n|\r/).map((line) =>
    visible(line)
      .replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/^ +| +$|(?<= ) /g, (blanks) => '·'.repeat(blanks.length)),
  )
  const code = lines.map((line) => (line === '' ? '↵' : `<code>${line}</code>`)).join('<br>')
  return language !== undefined && direction(language) === 'rtl'
    ? `<div dir="rtl">${code}</div>`
    : code
}
