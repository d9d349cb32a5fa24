import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch } from '../playground/test/browser.ts'
import { builtSite } from '../playground/test/built.ts'
import { nodeStart } from './measure.ts'
import { families, tags } from './templates.ts'

// How long somebody waits for the built playground, in milliseconds that pass, from loopback:
//   node bench/playground.ts [loads] [keys]
// A key press takes until the frame is painted in which its squiggle has moved and every bubble has its text.

const loads = Number(process.argv[2] ?? 5)
const keys = Number(process.argv[3] ?? 60)

/** What `playground-probe.js` puts into the page. */
interface Probed {
  readonly probe: {
    readonly usable?: number
    readonly monaco?: number
    readonly pressed: readonly number[]
  }
}

/** Ten languages, proofs on, and something to underline that each key press moves. */
const template = `{{ code | unknown }}${families.case!(tags(10))}`

const misses: string[] = []
function tell(name: string, value: number, most: number): void {
  const met = value <= most
  if (!met) misses.push(name)
  console.log(`${name}: ${value.toFixed(1)} ms ${met ? '≤' : '>'} ${most}`)
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(Math.floor(values.length * share), values.length - 1)]!

const site = await builtSite()
const browser = await launch()
const opened = async (): Promise<Page> => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await context.addInitScript({ path: join(import.meta.dirname, 'playground-probe.js') })
  return context.newPage()
}

const usable: number[] = []
const complete: number[] = []
for (let load = 0; load < loads; load++) {
  const page = await opened()
  await page.goto(site.url)
  await page.waitForFunction(() => (globalThis as unknown as Probed).probe.monaco !== undefined)
  const { usable: first, monaco } = await page.evaluate(() => {
    const { probe } = globalThis as unknown as Probed
    return { usable: probe.usable!, monaco: probe.monaco! }
  })
  usable.push(first)
  complete.push(monaco)
  await page.context().close()
}

const page = await opened()
await page.goto(site.url)
await page.locator('.monaco-editor').click()
await page.keyboard.press('ControlOrMeta+A')
await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(template)})`)
await page.keyboard.press('ControlOrMeta+V')
await page.locator('.outcomes .bubble').nth(9).waitFor()
await page.keyboard.press('ControlOrMeta+Home')
await page.evaluate('probe.watchKeys()')
for (let key = 1; key <= keys; key++) {
  // Nobody types in step with the screen.
  await page.waitForTimeout(40 + ((key * 7) % 17))
  await page.keyboard.press('x')
  await page.waitForFunction(
    (count) => (globalThis as unknown as Probed).probe.pressed.length === count,
    key,
  )
}
const pressed = await page.evaluate<readonly number[]>('probe.pressed')
await browser.close()
await site.close()

console.log(`node -e 0: ${nodeStart().toFixed(1)} ms`)
tell('usable, median', at(usable, 0.5), 500)
tell('Monaco in place, median', at(complete, 0.5), 1500)
tell('key press, p50', at(pressed, 0.5), 16)
tell('key press, p95', at(pressed, 0.95), 50)
if (misses.length > 0) console.error(`missed: ${misses.join(', ')}`)
process.exitCode = misses.length > 0 ? 1 : 0
