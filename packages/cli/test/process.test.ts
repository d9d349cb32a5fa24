import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bin, codeword, nodeArgs } from './cli.ts'
import { folderWith } from './folder.ts'

const plain = 'Your code is @@password@@'
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

test('says which version it is', () => {
  expect(codeword(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' })
})

test('ends in 0, 1 or 2', () => {
  const cwd = folderWith({
    'good.liquid': plain,
    'bad.liquid': '{% if request_language == "de" %}{% endif %}',
  })
  expect(codeword(['lint', 'good.liquid'], { cwd }).code).toBe(0)
  expect(codeword(['lint', 'bad.liquid'], { cwd }).code).toBe(1)
  expect(codeword(['lint', 'none.liquid'], { cwd }).code).toBe(2)
  expect(codeword(['good.liquid'], { cwd }).code).toBe(0)
  expect(codeword(['bad.liquid'], { cwd }).code).toBe(1)
})

test('prints the text of a message and not one byte more', () => {
  const cwd = folderWith({ 'otp.liquid': plain })
  expect(codeword(['render', 'otp.liquid'], { cwd })).toEqual({
    code: 0,
    out: 'Your code is 123456',
    err: '',
  })
})

test('reads standard input', () => {
  expect(codeword(['lint', '--stdin'], { input: plain })).toMatchObject({ code: 0, err: '' })
  expect(codeword(['lint', '--stdin'], { input: Uint8Array.of(0xff) })).toEqual({
    code: 2,
    out: '',
    err: 'codeword: stdin.liquid: it is not UTF-8 (byte 0xFF in line 1): save it as UTF-8\n',
  })
})

test.runIf(process.platform !== 'win32').each([
  ['<&-', 'closed'],
  ['</dev/null', 'closed'],
  ['</', 'a folder'],
])('standard input that brings no text is refused: %s', (redirection, what) => {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', `"$0" "$@" ${redirection}`, process.execPath, ...nodeArgs, bin, 'lint', '--stdin'],
    { encoding: 'utf8' },
  )
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: `codeword: --stdin: standard input is ${what}: give it a file or a pipe\n`,
  })
})

test('the script of this repository takes paths from where npm was called', () => {
  const root = folderWith({})
  const from = folderWith({ 'otp.liquid': plain })
  const lint = (name: string): unknown =>
    codeword(['lint', 'otp.liquid'], {
      cwd: root,
      env: { npm_lifecycle_event: 'codeword', npm_package_name: name, INIT_CWD: from },
    }).code
  expect(lint('codeword-workspace')).toBe(0)
  expect(lint('acme')).toBe(2)
})

/** A folder whose report is larger than a pipe holds. */
const manyFindings = (): string => {
  const template = '{{ nosuchvariable }} '.repeat(100)
  return folderWith(
    Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.liquid`, template])),
  )
}

test('writes everything before it ends, also into a slow pipe', () => {
  const { code, out } = codeword(['lint', manyFindings(), '--json'])
  expect(code).toBe(1)
  expect(out.length).toBeGreaterThan(200_000)
  expect(JSON.parse(out).files).toHaveLength(30)
})

test.runIf(process.platform !== 'win32')(
  'waits for the reader of a pipe that another process made non-blocking',
  { timeout: 20_000 },
  async () => {
    const path = join(folderWith({}), 'socket')
    const server = createServer().listen(path)
    const theirs = connect(path)
    const [[ours]] = (await Promise.all([once(server, 'connection'), once(theirs, 'connect')])) as [
      [Socket],
      unknown,
    ]
    const child = spawn(process.execPath, [...nodeArgs, bin, 'lint', '--stdin', '--json'], {
      stdio: ['pipe', theirs, 'inherit'],
    })
    const script = "process.stdout; process.stderr.write('done'); setInterval(() => {}, 1000)"
    const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', theirs, 'pipe'] })
    theirs.destroy()
    await once(other.stderr!, 'data')
    child.stdin!.end(`{{ ${'x'.repeat(500)} }} `.repeat(150))
    child.on('close', () => other.kill())
    let out = ''
    for await (const data of ours) out += data
    server.close()
    expect(out.length).toBeGreaterThan(65_536)
    expect(JSON.parse(out).files[0].diagnostics.length).toBeGreaterThanOrEqual(100)
  },
)

test('takes a reader who stops reading for no error', async () => {
  const child = spawn(process.execPath, [...nodeArgs, bin, 'lint', '--stdin', '--json'])
  let err = ''
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString()
  })
  child.stdout.destroy()
  child.stdin.end('{{ nosuchvariable }} '.repeat(2000))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, err }).toEqual({ code: 1, err: '' })
})

test.runIf(process.platform === 'linux')('says that a full disk took no output', () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', '"$0" "$@" > /dev/full', process.execPath, ...nodeArgs, bin, 'rules'],
    { encoding: 'utf8' },
  )
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'codeword: the output cannot be written (ENOSPC)\n',
  })
})

test('has no colour where no terminal is', () => {
  const { out } = codeword(['lint', '--stdin'], { input: '{% if %}', env: { FORCE_COLOR: '1' } })
  expect(out).not.toContain('\x1b')
})
