import { cldrLocales, cldrRegions } from '../../src/language/cldr-locales.generated.ts'

/** Values as clients send them: tags, lists with weights, in lower case, with `_`, as Java writes them. */
export function randomValue(random: () => number, supported: readonly string[]): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const tag = (): string => {
    const base = random() < 0.6 ? pick(supported) : pick(cldrLocales)
    const [language, ...rest] = base.split('-')
    const parts = random() < 0.3 ? [language, pick(cldrRegions)] : [language, ...rest]
    const old = { he: 'iw', id: 'in', ro: 'mo' }[parts[0]!]
    if (old !== undefined && random() < 0.3) parts[0] = old
    const script = parts.find((part, at) => at > 0 && part!.length === 4)
    const java = script !== undefined && random() < 0.2
    const written = java
      ? `${parts[0]}_${parts.find((part, at) => at > 0 && part!.length < 4) ?? ''}_#${script}`
      : parts.join(random() < 0.2 ? '_' : '-')
    return random() < 0.2 ? written.toLowerCase() : written
  }
  const length = random() < 0.5 ? 1 : 1 + Math.floor(random() * 4)
  return Array.from({ length }, (_, at) => {
    const weight =
      at === 0 && random() < 0.9 ? '' : `;q=${random() < 0.1 ? '0' : `0.${9 - (at % 9)}`}`
    return (random() < 0.05 ? '*' : tag()) + weight
  }).join(random() < 0.5 ? ',' : ', ')
}
