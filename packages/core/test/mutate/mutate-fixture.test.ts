import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  addCases,
  countsOf,
  type Fixture,
  type KillingCase,
  type Mutation,
  mutateFixture,
  newCases,
  openSource,
  type Prepared,
  prepareFixture,
  readFixture,
  type SourceFile,
} from '../../src/index.ts'

async function fixtureIn(text: string, path = 'otp.codeword.yaml'): Promise<Fixture> {
  const result = await readFixture(path, text)
  if (!result.ok) throw new Error(result.mistakes[0].message)
  return result.fixture
}

async function preparedFor(fixture: Fixture, source: SourceFile | undefined): Promise<Prepared> {
  const result = await prepareFixture(fixture, source)
  if (!result.ok) throw new Error(result.mistakes[0].message)
  return result.prepared
}

function mutationOf(prepared: Prepared): Mutation {
  const result = mutateFixture(prepared)
  if (!result.ok) throw new Error(result.failure.message)
  return result.mutation
}

const examples = globSync('fixtures/{,ok/}*.{liquid,json,yaml,tf}')
  .filter((name) => !name.includes('.codeword.'))
  .sort()

test.each(examples)(
  'cases that are written for %s are read and kill all that survives',
  async (path) => {
    const source = await openSource(path, readFileSync(path, 'utf8'))
    for (const { name } of source!.templates) {
      const message = name === '' ? '' : `message: ${JSON.stringify(name)}\n`
      const fixture = await fixtureIn(`template: ${path}\n${message}`)
      const prepared = await preparedFor(fixture, source)
      const { missing } = mutationOf(prepared)
      const text = await addCases(fixture, newCases(prepared, missing))
      const after = mutationOf(await preparedFor(await fixtureIn(text!), source))
      expect(after.missing).toEqual([])
      expect(countsOf(after)).toMatchObject({ survived: 0, open: 0 })
    }
  },
)

describe('a case that is missing', () => {
  const prepared = async (name: string, text: string, more = ''): Promise<Prepared> =>
    preparedFor(await fixtureIn(`template: ${name}\n${more}`), await openSource(name, text))
  const killing = (value: string | null, variables?: KillingCase['variables']): KillingCase => ({
    value,
    realistic: true,
    ...(variables && { variables }),
  })
  const sms = (more: object): string =>
    JSON.stringify({ strategy: 'sms', options: { template: '{{ request_language }}', ...more } })

  test('comes by the header that browsers and phones send', async () => {
    const one = await prepared('otp.liquid', '{{ request_language }}')
    expect(newCases(one, [killing('fr'), killing(null), killing('de, en'), killing(' ')])).toEqual([
      { name: 'French (fr)', headers: { 'accept-language': 'fr' } },
      { name: 'no header', headers: {} },
      { name: 'German (de, en)', headers: { 'accept-language': 'de, en' } },
      { name: "' '", value: ' ' },
    ])
  })

  test('comes by the header for apps where the connection has a language', async () => {
    const one = await prepared('sms.json', sms({ request_language: 'nl' }))
    expect(newCases(one, [killing('fr')])).toEqual([
      { name: 'French (fr)', headers: { 'x-request-language': 'fr' } },
    ])
  })

  test('gives the value where the template reads no header', async () => {
    const one = await prepared('otp.liquid', '{{ locale }}{{ code }}', 'profile: auth0-phone\n')
    expect(newCases(one, [killing('fr')])).toEqual([{ name: 'French (fr)', value: 'fr' }])
  })

  test('has a name of its own, with its variables', async () => {
    const text = 'cases:\n  - name: French (fr)\n'
    const one = await prepared('otp.liquid', '{{ request_language }}', text)
    const variables = { application: { name: 'Example' } }
    expect(
      newCases(one, [killing('fr'), killing('fr', variables)]).map(({ name }) => name),
    ).toEqual(['French (fr) (2)', 'French (fr), application.name: Example'])
  })
})

const committed = globSync('fixtures/*.codeword.{yaml,json}').sort()

test.each(committed)('no mutant that changes a message survives %s', async (path) => {
  const fixture = await fixtureIn(readFileSync(path, 'utf8'), path)
  const template = posix.join(posix.dirname(path), fixture.source.path)
  const source = await openSource(template, readFileSync(template, 'utf8'))
  const { mutants } = mutationOf(await preparedFor(fixture, source))
  const alive = mutants.filter(({ verdict }) => !/killed|equivalent/.test(verdict.kind))
  expect(alive).toEqual([])
})
