import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runHere } from './cli.ts'

const cwd = fileURLToPath(new URL('../../../fixtures/ok', import.meta.url))

describe.each([
  ['tenant.yaml', 'connections[0].options.template'],
  ['terraform.tf', 'auth0_connection.sms.options.template'],
])('every command reads %s', (file, name) => {
  const run = async (...args: string[]) => runHere(args, { cwd })

  test('check', async () => {
    const { code, out, err } = await run(file)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('Votre code Acme est 123456.')
  })

  test('lint', async () => {
    const { code, out } = await run('lint', file)
    expect([code, out]).toEqual([0, 'no findings in 1 file (auth0-sms)\n'])
  })

  test('render', async () => {
    const { out } = await run('render', file, '--template', name, '--language', 'fr')
    expect(out).toBe('Votre code Acme est 123456.')
  })

  test('explain', async () => {
    const { code, out } = await run('explain', file, '--template', name, '--json')
    expect([code, JSON.parse(out).profile]).toEqual([0, 'auth0-sms'])
  })

  test('diff', async () => {
    const { code, out } = await run('diff', file, file, '--template', name, '--json')
    expect([code, JSON.parse(out).changes]).toEqual([0, []])
  })
})
