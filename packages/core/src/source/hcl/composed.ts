import { type Units, unitCollector } from '../hosted-text.ts'

/** A character with all that may melt with it. */
const cluster = /.[\p{M}\u1160-\u11ff]*/gsu

/**
 * Terraform composes every text (`e` and an accent become `é`) before anybody gets it.
 * https://pkg.go.dev/github.com/zclconf/go-cty/cty#NormalizeString
 */
export function composed({ text, places }: Units): Units {
  if (text.normalize('NFC') === text) return { text, places }
  const units = unitCollector()
  for (const { 0: found, index } of text.matchAll(cluster)) {
    const whole = found.normalize('NFC')
    for (let unit = 0; unit < whole.length; unit++) {
      units.add(whole[unit]!, places[index + Math.min(unit, found.length - 1)]!)
    }
  }
  return units.done(places.at(-1)!)
}
