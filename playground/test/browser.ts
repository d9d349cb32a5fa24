import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const installed = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']

const alone: ReadonlySet<string> = new Set(['--single-process', '--no-zygote'])

/**
 * The browser of this machine, else the one that comes as an npm package.
 * It needs system libraries, which the package unpacks where it takes its host for AWS Lambda:
 * https://github.com/Sparticuz/chromium
 */
export async function launch(): Promise<Browser> {
  const own = installed.find((path) => path !== undefined && existsSync(path))
  if (own !== undefined)
    return chromium.launch({ executablePath: own, args: ['--no-sandbox', '--disable-gpu'] })
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.executablePath(),
    // In a single process the browser ends with its first page.
    args: [...packed.args.filter((arg) => !alone.has(arg)), '--no-sandbox', '--disable-gpu'],
  })
}
