import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it, test } from 'vitest'
import { published, schemaText, targets, validatorsModule } from '../../../scripts/schemas.ts'

const root = new URL('../../../', import.meta.url)
const kilobyte = 1024

describe.each(targets)('$file', ({ file, schemas }) => {
  const committed = readFileSync(new URL(file, root), 'utf8')

  it('is what scripts/schemas.ts makes of the schemas', async () => {
    expect((await validatorsModule({ file, schemas })) === committed).toBe(true)
  })

  it('has a validator for each schema', async () => {
    const { validators } = await import(new URL(file, root).href)
    expect(Object.keys(validators)).toEqual(Object.keys(schemas))
  })

  it('loads nothing and makes no code', () => {
    expect(committed).not.toMatch(/\brequire\(|\bimport\(|\beval\(|\bFunction\(/)
    expect(committed.match(/^import .*/gm)).toEqual([
      "import type { Validator } from '../text/mistakes.ts'",
    ])
  })

  it('stays small', () => {
    expect(gzipSync(committed).length).toBeLessThan(5 * kilobyte)
  })

  it('runs where code may not be made from strings', () => {
    const script = `
      const { validators } = await import('${new URL(file, root).href}')
      console.log(Object.values(validators).map((validate) => validate(1)).join())
    `
    const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '-e', script]
    const refused = Object.keys(schemas).map(() => false)
    expect(execFileSync(process.execPath, flags, { encoding: 'utf8' }).trim()).toBe(refused.join())
  })
})

test.each(Object.entries(published))('%s is what scripts/schemas.ts writes', (file, schema) => {
  expect(readFileSync(new URL(file, root), 'utf8')).toBe(schemaText(schema))
})

test.each(Object.keys(published))('%s keeps to the draft of JSON Schema that it names', (file) => {
  const schema = JSON.parse(readFileSync(new URL(file, root), 'utf8'))
  const isOld = file.includes('draft-07')
  expect(schema.$schema).toMatch(isOld ? /draft-07/ : /2020-12/)
  const ajv = isOld ? new Ajv() : new Ajv2020({ allowUnionTypes: true })
  expect(ajv.validateSchema(schema)).toBe(true)
})
