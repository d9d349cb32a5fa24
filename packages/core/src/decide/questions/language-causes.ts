import { parseAcceptLanguage } from '../../language/accept-language.ts'
import { domainNames } from '../../language/domain.ts'
import { canonicalTag, deprecatedLanguages, primary } from '../../language/tag.ts'
import { contains, type Span } from '../../text/span.ts'
import type { Conflict, LanguageCause, Property } from '../analysis.ts'
import type { ArmFacts } from '../arms.ts'
import { type LanguageTest, languageTests } from '../language-tests.ts'
import type { Entry } from '../solve/pool.ts'
import { type Judge, renderEntry, witnessOf } from './judge.ts'
import type { Messages } from './messages.ts'
import { probesFor } from './probes.ts'
import { acceptedFor } from './right-language.ts'
import { folded, isListed, isPrefix, lookOf, substringIn } from './tag-spelling.ts'
import { variantsOf } from './variants.ts'

type Arms = ReadonlyMap<number, ArmFacts>
type Inputs = Entry['inputs']

/** A cause, and what makes it the same as another one. */
type Found = Omit<LanguageCause, 'witness'> & { readonly key?: string }

interface Scene {
  readonly judge: Judge
  readonly messages: Messages
  readonly tests: readonly LanguageTest[]
  readonly arms: Arms
}

/** Wrong values that are looked into: in all, and among those that look alike and get the same text. */
const mostLookedInto = 300
const mostAlike = 3

/**
 * Why customers get a text in a language that is not theirs: real values and the proof's witness, each
 * rendered and put down to the most specific cause (DESIGN: *One cause, one finding*). A value that shows another
 * fault, no text or two texts, shows nothing here.
 */
export function languageCauses(
  judge: Judge,
  messages: Messages,
  right: Property,
  conflicts: readonly Conflict[],
  arms: Arms,
): readonly LanguageCause[] {
  const narrow = narrowLanguages(judge)
  if (right.status === 'proved' && narrow.length === 0) return []
  if (messages.open) return []
  const tests = languageTests(judge.question.template, judge.question.profile.languageVariable)
  const scene: Scene = { judge, messages, tests, arms }
  const entries = entriesFor(judge, right, tests)
  messages.foresee(entries)
  const found = new Map<string, LanguageCause>()
  const alike = new Map<string, number>()
  let looked = 0
  for (const entry of entries) {
    if (looked === mostLookedInto) break
    if (!messages.told(entry) || messages.textFor(entry) === '') continue
    const tooNarrow = narrow.find((tag) => leavesOut(scene, tag, entry))
    if (!isWrong(scene, entry) && tooNarrow === undefined) continue
    const looks = `${tooNarrow} ${lookOf(entry)} ${messages.textFor(entry)}`
    alike.set(looks, (alike.get(looks) ?? 0) + 1)
    if (alike.get(looks)! > mostAlike) continue
    looked++
    const arms = messages.armsFor(entry) ?? renderEntry(judge, entry)?.arms
    if (!arms || conflicts.some((conflict) => conflict.arms.every((arm) => isIn(arms, arm))))
      continue
    const cause =
      tooNarrow === undefined ? causeOf(scene, entry, arms) : regionOnly(scene, tooNarrow)
    const { key = `${cause.site.start}`, ...told } = cause
    if (found.has(`${cause.kind} ${key}`)) continue
    const shown = renderEntry(judge, entry)
    if (shown)
      found.set(`${cause.kind} ${key}`, { ...told, witness: witnessOf(judge, entry, shown) })
  }
  return [...found.values()]
}

const isIn = (arms: readonly Span[], { start }: Span): boolean =>
  arms.some((arm) => arm.start === start)

/** Values of the domain in question, the narrowest domain first. */
function entriesFor(
  { solver, space, question, languages, domain }: Judge,
  { witness }: Property,
  tests: readonly LanguageTest[],
): readonly Entry[] {
  const { entries } = solver.pool
  const inputs = [
    ...new Map(entries.map((one) => [JSON.stringify([...one.inputs]), one.inputs])).values(),
  ]
  const listed = typeof question.domain !== 'string'
  const known = new Set(entries.map(({ value }) => value))
  const probes = listed ? [] : probesFor(languages, tests).filter((value) => !known.has(value))
  const made = probes.map((value) => ({ value, domain: space.domainOf(value) }))
  const shown = witness && entries.filter(({ value }) => value === witness.value)
  const all = [
    ...entries,
    ...made.flatMap((one) => inputs.map((combination) => ({ ...one, inputs: combination }))),
  ]
  return domainNames
    .slice(0, domainNames.indexOf(domain) + 1)
    .flatMap((name) => all.filter((entry) => entry.domain === name))
    .concat(shown ?? [])
}

function isWrong({ judge, messages }: Scene, { value, inputs }: Entry): boolean {
  const accepted = acceptedFor(judge, value)
  if (!accepted || variantsOf(judge, messages).has({ value, inputs })) return false
  const text = messages.textFor({ value, inputs })
  return !accepted.some((one) => messages.textFor({ value: one, inputs }) === text)
}

/** The supported language whose text it is; null: it is that for everybody else, undefined: nobody's. */
function languageOf(
  { judge, messages }: Scene,
  text: string,
  inputs: Inputs,
): string | null | undefined {
  const { languages, question } = judge
  if (messages.textFor({ value: null, inputs }) === text) return question.fallback ?? null
  return languages.find((value) => messages.textFor({ value, inputs }) === text)
}

function causeOf(scene: Scene, entry: Entry, entered: readonly Span[]): Found {
  const { messages, judge, arms } = scene
  const got = languageOf(scene, messages.textFor(entry), entry.inputs)
  const accepted = acceptedFor(judge, entry.value)
  const due = accepted?.includes(null) ? undefined : (accepted?.[0] ?? undefined)
  const who = { ...(got !== undefined && { got }), ...(due !== undefined && { due }) }
  const tagged = entered.flatMap((arm) => arms.get(arm.start) ?? [])
  const testsIn = (span: Span): readonly LanguageTest[] =>
    scene.tests.filter((test) => test.positive && contains(span, test.span))
  const testsOf = tagged.flatMap(({ arm }) => testsIn(arm.tag))
  const match = substringIn(entry.value ?? '', testsOf)
  if (match) return { kind: 'substring-match', ...who, ...match }
  const spelled = rightSpelling(scene, entry)
  if (spelled !== undefined) {
    const wanted = { value: spelled, inputs: entry.inputs, domain: judge.space.domainOf(spelled) }
    const arm = renderEntry(judge, wanted)
      ?.arms.flatMap(({ start }) => arms.get(start) ?? [])
      .filter((facts) => facts.byLanguage)
      .at(-1)?.arm
    const own = arm && testsIn(arm.tag).find((test) => isPrefix(test.literal, spelled))
    const site = own?.span ?? arm?.tag ?? blockToBlame(scene, tagged)
    const key = `${blockToBlame(scene, tagged).start}`
    return { kind: 'case-or-separator', ...who, site: plain(site), instead: spelled, key }
  }
  const today = inTodaysCode(scene, entry)
  const named = today && scene.tests.find((test) => test.positive && isPrefix(test.literal, today))
  if (named)
    return {
      kind: 'wrong-language',
      ...who,
      site: plain(named.span),
      instead: today,
      key: `old ${due}`,
    }
  const taken = tagged.filter(({ byLanguage, arm }) => byLanguage && arm.kind !== 'else').at(-1)
  // Lists that are taken for one language, and who is passed over, are matters of the block.
  if (taken === undefined || testsOf.length === 0 || (got && isListed(entry, got)))
    return { kind: 'wrong-language', ...who, site: plain(blockToBlame(scene, tagged)) }
  return {
    kind: 'wrong-language',
    ...who,
    site: plain(taken.arm.tag),
    key: `arm ${taken.arm.start}`,
  }
}

/** A value with today's code for a language that has a deprecated one, where that gets the right text. */
function inTodaysCode(scene: Scene, { value, inputs }: Entry): string | undefined {
  const code = /^[a-z]*/i.exec(value ?? '')![0].toLowerCase()
  const today = deprecatedLanguages.get(code)
  if (value === null || today === undefined) return undefined
  const spelling = today + value.slice(code.length)
  return [spelling, spelling.replaceAll('_', '-'), folded(spelling)].find((one) => {
    const entry = { value: one, inputs, domain: scene.judge.space.domainOf(one) }
    return scene.messages.told(entry) && !isWrong(scene, entry)
  })
}

const plain = ({ start, end }: Span): Span => ({ start, end })

/** The tag that opens the block which chose the text, else the first block by language. */
function blockToBlame({ arms, judge }: Scene, tagged: readonly ArmFacts[]): Span {
  const facts =
    tagged.filter(({ byLanguage }) => byLanguage).at(-1) ??
    [...arms.values()].find(({ byLanguage }) => byLanguage)
  if (facts === undefined) return { start: 0, end: judge.question.template.source.length }
  return facts.block.type === 'case' ? facts.block.opening : facts.block.arms[0]!.tag
}

/** The same value, spelled in the way that gets the right text. */
function rightSpelling(scene: Scene, { value, inputs }: Entry): string | undefined {
  if (value === null) return undefined
  const hyphened = value.replaceAll('_', '-')
  const cased = value.replace(/^[^,;]*/, (tag) => {
    const canonical = canonicalTag(tag.trim()) ?? tag
    return folded(canonical).split('-')[0] === folded(tag).split('-')[0] ? canonical : tag
  })
  const spellings = [hyphened, value.toLowerCase(), hyphened.toLowerCase(), cased]
  return [...spellings, ...spellings.map((one) => one.replaceAll('-', '_'))].find((spelling) => {
    if (spelling === value) return false
    const entry = { value: spelling, inputs, domain: scene.judge.space.domainOf(spelling) }
    const accepted = acceptedFor(scene.judge, spelling)
    return (
      accepted && !accepted.includes(null) && scene.messages.told(entry) && !isWrong(scene, entry)
    )
  })
}

/** Supported tags with a region whose language is not supported otherwise. */
export function narrowLanguages({ languages, question }: Judge): readonly string[] {
  // An unnamed fallback is taken for English, as it nearly always is.
  const spoken = primary(question.fallback ?? 'en')
  return languages.filter((tag) => {
    const language = primary(tag)
    const { region } = new Intl.Locale(tag)
    return region !== undefined && language !== spoken && !languages.includes(language)
  })
}

/** Whether a customer with the language of `tag`, but without its region, gets the text for everybody else. */
function leavesOut({ judge, messages }: Scene, tag: string, { value, inputs }: Entry): boolean {
  const [first] = parseAcceptLanguage(value ?? '')
  if (first === undefined || first.q === 0 || primary(first.tag) !== primary(tag)) return false
  const canonical = canonicalTag(first.tag)
  if (canonical === undefined || !judge.languages.includes(tag)) return false
  if (acceptedFor(judge, value)?.includes(null) !== true) return false
  const text = messages.textFor({ value, inputs })
  return (
    text === messages.textFor({ value: null, inputs }) &&
    !judge.languages.some(
      (one) => primary(one) === primary(tag) && messages.textFor({ value: one, inputs }) === text,
    )
  )
}

function regionOnly({ tests, judge }: Scene, tag: string): Found {
  const test = tests.find((one) => one.positive && canonicalTag(one.literal) === tag)
  const site = test ? plain(test.span) : { start: 0, end: judge.question.template.source.length }
  return {
    kind: 'region-only-branch',
    site,
    got: judge.question.fallback ?? null,
    due: tag,
    literal: test?.literal ?? tag,
    key: primary(tag),
  }
}
