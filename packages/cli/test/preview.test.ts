import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findFiles } from '../src/files/find-files.ts'
import { templatesIn } from '../src/preview/local-template.ts'
import { serve } from '../src/preview/server.ts'
import { codeword } from './cli.ts'
import { folderWith } from './folder.ts'

const template = 'Code: {{ code }}'
const fixture = 'template: ./otp.liquid\ncases:\n  - name: nobody\n    headers: {}\n'
const connection = JSON.stringify({
  strategy: 'sms',
  name: 'sms',
  options: { template: 'Old {{ code }}', syntax: 'liquid' },
})

interface Answer {
  readonly status: number
  readonly text: string
}

/** Asks a server whatever a test wants, headers that browsers set themselves included. */
const ask = (
  address: URL | string,
  { method = 'GET', headers = {}, body = '' } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(address, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode!, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })

/** A running server over files, and the address of one of its routes. */
async function serving(files: Readonly<Record<string, string>>) {
  const cwd = folderWith(files)
  const { files: found } = await findFiles(['.'], cwd)
  const templates = await templatesIn(found)
  const { address, close } = await serve({ page: '<p>page</p>', templates, settings: () => ({}) })
  onTestFinished(close)
  const at = (path: string, id = 0): URL => {
    const url = new URL(address)
    url.pathname = path
    url.searchParams.set('id', String(id))
    return url
  }
  return { cwd, address, at }
}

const opened = async (address: URL) => JSON.parse((await ask(address)).text)

const put = (address: URL, body: unknown): Promise<Answer> =>
  ask(address, { method: 'PUT', body: JSON.stringify(body) })

describe('serves', () => {
  test('its page, the templates and their fixtures, and nothing else', async () => {
    const { at } = await serving({
      'otp.liquid': template,
      'otp.codeword.yaml': fixture,
      'sms.json': connection,
      'other.txt': 'secret',
    })
    expect(await ask(at('/'))).toEqual({ status: 200, text: '<p>page</p>' })
    expect(await opened(at('/templates'))).toEqual([
      { path: 'otp.liquid', name: '', fixture: 'otp.codeword.yaml' },
      { path: 'sms.json', name: 'options.template' },
    ])
    const { texts, settings } = await opened(at('/template'))
    expect(texts.template.text).toBe(template)
    expect(texts.fixture.text).toBe(fixture)
    expect(settings).toEqual({ profile: 'auth0-sms' })
    for (const path of ['/other.txt', '/../other.txt', '/template/otp.liquid'])
      expect((await ask(at(path))).status).toBe(404)
    expect((await ask(at('/template', 7))).status).toBe(404)
    expect((await ask(at('/template'), { method: 'DELETE' })).status).toBe(405)
  })

  test('only who has the token, and no other origin', async () => {
    const { address, at } = await serving({ 'otp.liquid': template })
    const { origin, host } = new URL(address)
    for (const path of ['/', '/templates', '/template?id=0', '/changes'])
      expect((await ask(origin + path)).status).toBe(403)
    expect((await ask(`${origin}/?token=${'x'.repeat(32)}`)).status).toBe(403)
    const strange = [{ origin: 'https://example.com' }, { origin: 'null' }, { host: `example.com` }]
    for (const headers of strange) expect((await ask(at('/'), { headers })).status).toBe(403)
    expect((await ask(at('/'), { headers: { origin, host } })).status).toBe(200)
    expect(host).toMatch(/^127\.0\.0\.1:/)
  })
})

describe('saves', () => {
  test('a template and its fixture', async () => {
    const { cwd, at } = await serving({ 'otp.liquid': template, 'otp.codeword.yaml': fixture })
    const { texts } = await opened(at('/template'))
    const after = {
      template: { ...texts.template, text: 'New {{ code }} ü\n' },
      fixture: { ...texts.fixture, text: `${fixture}# more\n` },
    }
    const answer = await put(at('/template'), after)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text).texts.template.text).toBe('New {{ code }} ü\n')
    expect(readFileSync(join(cwd, 'otp.liquid'), 'utf8')).toBe('New {{ code }} ü\n')
    expect(readFileSync(join(cwd, 'otp.codeword.yaml'), 'utf8')).toBe(`${fixture}# more\n`)
  })

  test('a template in a connection, and leaves the rest of the file as it is', async () => {
    const { cwd, at } = await serving({ 'sms.json': connection })
    const { texts } = await opened(at('/template'))
    await put(at('/template'), { template: { ...texts.template, text: 'New "{{ code }}"\n' } })
    const now = readFileSync(join(cwd, 'sms.json'), 'utf8')
    expect(now).toBe(connection.replace('Old {{ code }}', 'New \\"{{ code }}\\"\\n'))
  })

  test('nothing over what somebody else has written', async () => {
    const { cwd, at } = await serving({ 'otp.liquid': template })
    const { texts } = await opened(at('/template'))
    writeFileSync(join(cwd, 'otp.liquid'), 'Theirs {{ code }}')
    const answer = await put(at('/template'), { template: { ...texts.template, text: 'Mine' } })
    expect(answer.status).toBe(409)
    expect(JSON.parse(answer.text).problem).toContain('otp.liquid has changed')
    expect(readFileSync(join(cwd, 'otp.liquid'), 'utf8')).toBe('Theirs {{ code }}')
    rmSync(join(cwd, 'otp.liquid'))
    const gone = await put(at('/template'), { template: { ...texts.template, text: 'Mine' } })
    expect(gone.status).toBe(422)
  })

  test.each(['', '{}', '[]', 'null', '{"template":{"text":1}}', `"${'x'.repeat(2_000_000)}"`])(
    'nothing where no texts come (%#)',
    async (body) => {
      const { cwd, at } = await serving({ 'otp.liquid': template })
      expect((await ask(at('/template'), { method: 'PUT', body })).status).toBe(400)
      expect(readFileSync(join(cwd, 'otp.liquid'), 'utf8')).toBe(template)
    },
  )
})

test('tells of what is written', async () => {
  const { cwd, at } = await serving({ 'otp.liquid': template })
  const told = new Promise<string>((resolve) => {
    request(at('/changes'), (response) => {
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        if (piece.startsWith('data:')) resolve(piece)
        else writeFileSync(join(cwd, 'otp.liquid'), 'Other {{ code }}')
      })
    }).end()
  })
  expect(await told).toBe('data: 0\n\n')
})

test('says that there is nothing to preview', () => {
  const { code, err } = codeword(['preview', 'nothing.liquid'], { cwd: folderWith({}) })
  expect(code).toBe(2)
  expect(err).toMatch(/^codeword: (nothing\.liquid: |preview: the playground is not built)/)
})
