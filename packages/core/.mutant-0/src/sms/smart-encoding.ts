import { lazy } from '../text/lazy.ts'
import { isGsm7 } from './gsm7.ts'

/**
 * What Twilio's Smart Encoding writes (first) for which characters (second). These are the 271 entries of
 * sms-segments-calculator 1.3.0, copyright (c) 2021 Twilio Inc, MIT licence,
 * https://github.com/TwilioDevEd/message-segment-calculator, also published as
 * https://www.twilio.com/docs/messaging/services/smart-encoding-char-list
 */
const table: readonly (readonly [string, string])[] = [
  ['', '\u0000\u0003\u0004\u0010\u0011\u0012\u0013\u0014\u0017\u0019\u200b\u200c\u2060\ufeff'],
  [' ', '\u2001\u2028\u2029'],
  [
    '  ',
    '\u0080\u008d\u0090\u009b\u009f\u00a0\u2000\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  ],
  ['       ', '\u0009'],
  ['!', 'ǃ︕﹗！'],
  ['!!', '‼'],
  ['"', '«»ʺˮ“”„‟❝❞〝〞＂'],
  ['#', '﹟＃'],
  ['$', '﹩＄'],
  ['%', '﹪％'],
  ['&', '﹠＆'],
  ["'", '`´ʹʻʼʽˈˊˋ\u0313\u0314‘’‛❛❜︐︑＇'],
  ['(', '❨❪⟮⦅﹙（'],
  [')', '❩❫⟯⦆﹚）'],
  ['*', '⁎∗⊛✢✣✤✥✱✲✳✺✻✼✽❃❉❊❋⧆﹡＊'],
  ['+', '˖﹢＋'],
  [',', '\u0326‚、﹐﹑，､'],
  ['-', '‐–—―•⁃⎼⎽﹣－'],
  ['.', '。﹒．｡'],
  ['...', '…'],
  ['/', '÷\u0337\u0338⁄∕⧸／'],
  ['0', '０'],
  ['1', '１'],
  ['1/2', '½'],
  ['1/4', '¼'],
  ['2', '２'],
  ['3', '３'],
  ['3/4', '¾'],
  ['4', '４'],
  ['5', '５'],
  ['6', '６'],
  ['7', '７'],
  ['8', '８'],
  ['9', '９'],
  [':', 'ː˸⦂꞉︓：'],
  [';', '⁏︔﹔；'],
  ['<', '‹﹤＜'],
  ['=', '\u0347꞊﹦＝'],
  ['>', '›﹥＞'],
  ['?', '︖﹖？'],
  ['@', '﹫＠'],
  ['A', 'ᴀＡ'],
  ['B', 'ʙＢ'],
  ['C', 'ᴄＣ'],
  ['D', 'ᴅＤ'],
  ['E', 'ᴇＥ'],
  ['F', 'ꜰＦ'],
  ['G', 'ɢＧ'],
  ['H', 'ʜＨ'],
  ['I', 'ɪＩ'],
  ['J', 'ᴊＪ'],
  ['K', 'ᴋＫ'],
  ['L', 'ʟＬ'],
  ['M', 'ᴍＭ'],
  ['N', 'ɴＮ'],
  ['O', 'ᴏＯ'],
  ['P', 'ᴘＰ'],
  ['Q', 'Ｑ'],
  ['R', 'ʀＲ'],
  ['S', 'ꜱＳ'],
  ['T', 'ᴛＴ'],
  ['U', 'ᴜＵ'],
  ['V', 'ᴠＶ'],
  ['W', 'ᴡＷ'],
  ['X', 'Ｘ'],
  ['Y', 'ʏＹ'],
  ['Z', 'ᴢＺ'],
  ['[', '［'],
  ['\\', '\u20e5⧵⧹﹨＼'],
  [']', '］'],
  ['^', 'ˆ\u0302\u1dcd＾'],
  ['_', '\u0332‗＿'],
  ['{', '❴﹛｛'],
  ['|', '\u20d2\u20d3∣⎜⎟⎸⎹⏐｜'],
  ['}', '❵﹜｝'],
  ['~', '˜˷\u0303\u0330\u0334∼～'],
]

const replacements = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(table.flatMap(([target, sources]) => [...sources].map((source) => [source, target]))),
)

/** What Smart Encoding writes for one character, or undefined where it leaves it alone. */
export function smartReplacement(character: string): string | undefined {
  return replacements().get(character)
}

/**
 * The text as Twilio sends it where Smart Encoding is on, which is a setting of a Messaging Service or of
 * one request. A text that would still not be GSM-7 comes back as it is: Twilio converts only where no
 * character is left over (https://www.twilio.com/blog/copilot-just-got-even-smarter-announcing-smart-encoding-html),
 * although its calculator always does. The result may be longer: `…` becomes three characters, a no-break
 * space two, a tab seven.
 */
export function smartEncode(text: string): string {
  if (isGsm7(text)) return text
  const encoded = Array.from(text, (character) => smartReplacement(character) ?? character).join('')
  return isGsm7(encoded) ? encoded : text
}
