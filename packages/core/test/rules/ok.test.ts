import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lintSource, openSource } from '../../src/index.ts'

const folder = new URL('../../../../fixtures/ok/', import.meta.url)

/** A false alarm on a correct template is a bug, and so is an info finding. */
test.each(readdirSync(folder))('%s is silent', async (name) => {
  const source = await openSource(name, readFileSync(new URL(name, folder), 'utf8'))
  expect(lintSource(source!, {}).diagnostics).toEqual([])
})
