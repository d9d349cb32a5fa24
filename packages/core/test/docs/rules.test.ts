import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintSource, openSource, rules } from '../../src/index.ts'
import { type Example, examplesIn } from './examples.ts'

const folder = new URL('../../../../docs/rules/', import.meta.url)
const page = (name: string): string => readFileSync(new URL(`${name}.md`, folder), 'utf8')

async function rulesFiring({ language, text, settings }: Example): Promise<readonly string[]> {
  const source = await openSource(language === 'json' ? 'sms.json' : 'otp.liquid', text)
  if (source === undefined) throw new Error(`not a template or connection:\n${text}`)
  const limit = settings.get('segments')
  const report = lintSource(source, limit === undefined ? {} : { segmentLimit: Number(limit) })
  return report.diagnostics.map((diagnostic) => diagnostic.rule)
}

describe('docs/rules', () => {
  it('has a page for each rule and no other', () => {
    const pages = readdirSync(folder).map((file) => file.replace(/\.md$/, ''))
    expect(pages.sort()).toEqual(rules.map((rule) => rule.name).sort())
  })

  describe.each(rules)('$name', (rule) => {
    it('is headed by what the registry says', () => {
      expect(page(rule.name)).toMatch(
        new RegExp(`^# ${rule.name}\n\n${rule.severity} · ${rule.group} · \\S`),
      )
    })

    it.each(examplesIn(page(rule.name), 'Bad'))(
      'speaks on the bad example $line',
      async (example) => {
        expect(await rulesFiring(example)).toContain(rule.name)
      },
    )

    it.each(examplesIn(page(rule.name), 'Good'))(
      'is silent on the good example $line',
      async (example) => {
        expect(await rulesFiring(example)).toEqual([])
      },
    )

    it('has both kinds of examples', () => {
      expect(examplesIn(page(rule.name), 'Bad')).not.toEqual([])
      expect(examplesIn(page(rule.name), 'Good')).not.toEqual([])
    })
  })
})
