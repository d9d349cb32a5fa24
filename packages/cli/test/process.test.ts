import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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

test('writes everything before it ends, also into a slow pipe', () => {
  const template = `{{ nosuchvariable }} `.repeat(2000)
  const { code, out } = codeword(['lint', '--stdin', '--json'], { input: template })
  expect(code).toBe(1)
  expect(out.length).toBeGreaterThan(200_000)
  expect(JSON.parse(out).files[0].diagnostics.length).toBeGreaterThanOrEqual(2000)
})

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
