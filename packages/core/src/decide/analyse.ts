import { allArms } from '../syntax/walk.ts'
import type { Analysis, Property, Question } from './analysis.ts'
import { languageNames, templateReadsLanguage } from './language-tests.ts'
import { prove } from './prove.ts'
import { search } from './search/search.ts'

/**
 * Answers a question as well as it can be answered: by proof, and where that leaves something open, by
 * rendering many values. What the search finds broken is broken; what it does not find stays unproved.
 * @returns undefined where the engine rejects the template
 */
export function analyse(question: Question): Analysis | undefined {
  if (saysOneThing(question)) return decided(search(question))
  const proof = prove(question)
  if (proof === undefined) return search(question)
  const open = proof.properties.some(isOpen) || proof.outcomes.length === 0
  if (!open) return proof
  const found = search(question)
  return found === undefined ? proof : merge(proof, found)
}

/** No branch and no language: one message for everybody, which one rendering shows. */
const saysOneThing = ({ template, profile, languages }: Question): boolean =>
  languages === undefined &&
  allArms(template.nodes).length === 0 &&
  !templateReadsLanguage(template, languageNames(template, profile.languageVariable))

/** What one rendering shows holds for every value, where every value gets the same. */
const decided = (found: Analysis | undefined): Analysis | undefined =>
  found?.outcomes.length === 1
    ? {
        ...found,
        method: 'proof',
        complete: true,
        properties: found.properties.map((property) => ({
          ...(property.status === 'unproved'
            ? { name: property.name, status: 'proved', domain: 'any', sites: [] }
            : property),
          ...(property.segments && { segments: { ...property.segments, proved: true } }),
        })),
      }
    : found

/** best-language only informs, so it alone is not worth a search. */
const isOpen = ({ name, status }: Property): boolean =>
  status === 'unproved' && name !== 'best-language'

function merge(proof: Analysis, found: Analysis): Analysis {
  const told = new Set(proof.breaches.map(({ kind, site }) => `${kind} ${site.start}`))
  const witnessed = new Map(found.properties.map((property) => [property.name, property]))
  return {
    ...proof,
    outcomes: proof.outcomes.length > 0 ? proof.outcomes : found.outcomes,
    complete: proof.complete && proof.outcomes.length > 0,
    properties: proof.properties.map((property) => {
      const other = witnessed.get(property.name)
      if (property.status !== 'unproved' || other === undefined) return property
      if (other.status === 'broken') return other
      return { ...property, reason: [property.reason, other.reason].filter(Boolean).join('; ') }
    }),
    conflicts: proof.conflicts.length > 0 ? proof.conflicts : found.conflicts,
    breaches: [
      ...proof.breaches,
      ...found.breaches.filter(({ kind, site }) => !told.has(`${kind} ${site.start}`)),
    ],
    failures: proof.failures.length > 0 ? proof.failures : found.failures,
  }
}
