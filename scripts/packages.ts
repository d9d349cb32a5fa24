/**
 * Tries the packages as their users will: builds and packs them, checks their shape, installs them into an
 * empty folder, and there type-checks and runs the examples of core's README and runs the command line.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

interface Manifest {
  readonly name: string
  readonly version: string
}

/** One package as `npm pack --json` describes it. */
interface Packed extends Manifest {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

const root = join(import.meta.dirname, '..')
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

// From nothing, for a build leaves in place what the sources of yesterday became.
for (const dist of globSync('packages/*/dist', { cwd: root }))
  rmSync(join(root, dist), { recursive: true })
const build = spawnSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'inherit' })
if (build.status !== 0) process.exit(1)

const folder = mkdtempSync(join(tmpdir(), 'codeword-packages-'))
try {
  const packed = pack()
  const faults = [
    ...packed.flatMap(faultsOfContents),
    ...(await Promise.all(packed.map(faultsOfShape))).flat(),
  ]
  if (faults.length === 0) faults.push(...faultsInUse(packed))
  for (const { name, version, size, files } of packed)
    console.log(`${name} ${version}: ${files.length} files, ${Math.ceil(size / 1024)} KB packed`)
  for (const fault of faults) console.error(`✖ ${fault}`)
  process.exitCode = faults.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true })
}

function pack(): readonly Packed[] {
  const workspaces = globSync('packages/*', { cwd: root }).flatMap((path) => ['-w', path])
  const output = npm(['pack', ...workspaces, '--json', '--pack-destination', folder], root)
  // A list up to npm 11, afterwards an object by package name.
  return Object.values(JSON.parse(output) as Readonly<Record<string, Packed>>)
}

function faultsOfContents({ name, files }: Packed): string[] {
  const paths = new Set(files.map(({ path }) => path))
  // What others made comes with these as packages of their own.
  const bare = ['@codeword/auth0', '@codeword/twilio', '@codeword/vitest']
  const notices = bare.includes(name) ? [] : ['THIRD-PARTY-NOTICES.md']
  const page = name === 'codeword' ? ['playground/codeword.html'] : []
  const needed = ['LICENSE', 'README.md', ...notices, ...page]
  const missing = needed.filter((path) => !paths.has(path))
  const foreign = [...paths].filter((path) => /tsbuildinfo|\.test\./.test(path))
  return [
    ...missing.map((path) => `${name}: ${path} is missing`),
    ...foreign.map((path) => `${name}: ${path} is not for users`),
  ]
}

async function faultsOfShape({ name, filename }: Packed): Promise<string[]> {
  const tarball = new Uint8Array(readFileSync(join(folder, filename))).buffer
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true })
  return messages.map((message) => `${name}: ${formatMessage(message, pkg) ?? message.code}`)
}

function faultsInUse(packed: readonly Packed[]): string[] {
  const home = join(folder, 'home')
  mkdirSync(home)
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }')
  const tarballs = packed.map(({ filename }) => join(folder, filename))
  npm(['install', '--no-audit', '--no-fund', ...tarballs], home)

  writeFileSync(join(home, 'good.liquid'), 'Your code is @@password@@')
  writeFileSync(join(home, 'bad.liquid'), 'Your code is on its way')
  writeFileSync(join(home, 'example.ts'), examplesIn('packages/core/README.md'))
  writeFileSync(join(home, 'messages.ts'), examplesIn('packages/vitest/README.md'))
  const empty = join(home, 'empty')
  mkdirSync(empty)
  writeFileSync(join(empty, 'otp.liquid'), 'Your code is @@password@@')
  const { version } = packed.find(({ name }) => name === 'codeword')!
  const codeword = join(home, 'node_modules/.bin/codeword')
  const tsc = join(root, 'node_modules/.bin/tsc')
  const strict = '--strict --module nodenext --lib es2023,dom --skipLibCheck --noEmit'.split(' ')
  return [
    // Without Node's types: core's own must not need them, though LiquidJS's do.
    expectExit(0, tsc, [...strict, '--types', '', 'example.ts']),
    expectExit(0, process.execPath, ['example.ts']),
    expectExit(0, tsc, [...strict, 'messages.ts']),
    expectExit(0, process.execPath, ['-e', "import('@codeword/core/node')"]),
    expectExit(0, process.execPath, ['-e', "import('@codeword/core/service')"]),
    expectExit(0, codeword, ['--version'], { output: `${version}\n` }),
    expectExit(0, codeword, ['lint', 'good.liquid']),
    expectExit(1, codeword, ['lint', 'bad.liquid']),
    expectExit(2, codeword, ['lint', 'missing.liquid']),
    // With one template and nothing else in the folder.
    expectExit(0, codeword, ['init'], { cwd: empty }),
    expectExit(0, codeword, ['test', '--update', '--coverage'], { cwd: empty }),
    expectExit(0, codeword, ['mutate'], { cwd: empty }),
  ].flat()

  function expectExit(
    code: number,
    command: string,
    args: string[],
    { output, cwd = home }: { readonly output?: string; readonly cwd?: string } = {},
  ): string[] {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
    if (status === code && (output ?? stdout) === stdout) return []
    return [`${command} ${args.join(' ')}: exit ${status}, not ${code}\n${stdout}${stderr}`]
  }
}

/** The TypeScript examples of a page, one after the other as one module. */
function examplesIn(page: string): string {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code).join('\n')
}
