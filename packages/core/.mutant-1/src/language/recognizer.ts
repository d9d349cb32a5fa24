import { lazy } from '../text/lazy.ts'
import type { Chars, Grammar } from './grammar.ts'

/**
 * Makes the test whether a whole text belongs to a grammar. It follows all readings at once and
 * remembers every set of readings that it has met, so it takes one step per character whatever
 * the text, and pays only for the parts of the grammar that texts really visit.
 */
export function recognizer(grammar: () => Grammar): (text: string) => boolean {
  const start = lazy(() => states()([entry(grammar(), () => end)]))
  return (text) => {
    let state: State | undefined = start()
    for (const character of text) {
      state = state.after(character.codePointAt(0)!)
      if (state === undefined) return false
    }
    return state.accepts
  }
}

/** A place in a grammar: what may be read there and where that leads. No ranges: nothing is read. */
interface Place {
  readonly ranges?: Chars['ranges']
  /** Worked out when asked for; always the same places. */
  readonly next: () => readonly Place[]
}

const end: Place = { next: () => [] }

/** The place from which reading `grammar` leads to `next`. */
function entry(grammar: Grammar, next: () => Place): Place {
  if (typeof grammar === 'string') return entryOfWords([grammar], next)
  switch (grammar.type) {
    case 'chars':
      return { ranges: grammar.ranges, next: () => [next()] }
    case 'words':
      return entryOfWords(grammar.words, next)
    case 'sequence':
      return grammar.parts.reduceRight((after, part) => lazy(() => entry(part, after)), next)()
    case 'choice':
      return { next: lazy(() => grammar.options.map((option) => entry(option, next))) }
    case 'repeat':
      return entryOfRepeat(grammar.body, grammar.min, grammar.max, next)
  }
}

/** Words that begin alike share their beginning. */
function entryOfWords(words: readonly string[], next: () => Place): Place {
  const after = lazy(() => {
    const rests = new Map<string, string[]>()
    for (const word of words) {
      const [first = '', ...rest] = word
      rests.set(first, [...(rests.get(first) ?? []), rest.join('')])
    }
    return [...rests].map(([first, rest]) => {
      if (first === '') return next()
      const point = first.codePointAt(0)!
      const following = lazy(() => [entryOfWords(rest, next)])
      return { ranges: [[point, point]] as const, next: following }
    })
  })
  return { next: after }
}

function entryOfRepeat(body: Grammar, min: number, max: number, next: () => Place): Place {
  if (min > 0)
    return entry(
      body,
      lazy(() => entryOfRepeat(body, min - 1, max - 1, next)),
    )
  if (max === 0) return next()
  const place: Place = {
    next: lazy(() => [
      next(),
      entry(
        body,
        max === Infinity ? () => place : lazy(() => entryOfRepeat(body, 0, max - 1, next)),
      ),
    ]),
  }
  return place
}

/** All places that a text may have led to. */
interface State {
  readonly accepts: boolean
  /** Undefined where no reading goes on with this code point. */
  readonly after: (codePoint: number) => State | undefined
}

/** Makes states; the same places always give the same state. */
function states(): (places: Iterable<Place>) => State {
  const numbers = new Map<Place, number>()
  const made = new Map<string, State>()
  const number = (place: Place): number => {
    if (!numbers.has(place)) numbers.set(place, numbers.size)
    return numbers.get(place)!
  }
  const stateOf = (places: Iterable<Place>): State => {
    const reached = [...reachable(places)]
    const key = reached
      .map(number)
      .sort((a, b) => a - b)
      .join()
    const state = made.get(key) ?? newState(reached)
    made.set(key, state)
    return state
  }
  const newState = (places: readonly Place[]): State => {
    const known = new Map<number, State>()
    return {
      accepts: places.includes(end),
      after: (codePoint) => {
        const state = known.get(codePoint)
        if (state !== undefined) return state
        const next = places.filter((place) => reads(place, codePoint)).flatMap(({ next }) => next())
        if (next.length === 0) return undefined
        known.set(codePoint, stateOf(next))
        return known.get(codePoint)
      },
    }
  }
  return stateOf
}

const reads = ({ ranges }: Place, codePoint: number): boolean =>
  ranges?.some(([first, last]) => first <= codePoint && codePoint <= last) ?? false

/** The places that matter among those that can be reached without reading: where something is read, and the end. */
function reachable(places: Iterable<Place>): ReadonlySet<Place> {
  const seen = new Set(places)
  for (const place of seen)
    if (place.ranges === undefined) for (const next of place.next()) seen.add(next)
  return new Set([...seen].filter((place) => place.ranges !== undefined || place === end))
}
