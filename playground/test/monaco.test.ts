import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { bubbles, status, visit, write } from './opened-page.ts'

const { opened } = visit()

const shown = async (page: Page): Promise<string> => {
  const lines = await page.locator('.monaco-editor .view-line').allInnerTexts()
  return lines.join('\n').replaceAll('\u00a0', ' ')
}

const suggestions = (page: Page) => page.locator('.suggest-widget .monaco-list-row')

describe('Monaco', () => {
  test('shows every message anew at each key press, and squiggles', async () => {
    const page = await opened()
    expect(await status(page)).toBe('5 problems; 2 properties proved, 5 broken')
    expect(await page.locator('.squiggly-error').count()).toBeGreaterThan(0)
    await write(page, 'Your code is ')
    await page.keyboard.type('@@password@')
    await page.locator('.outcomes .bubble', { hasText: '@@password@' }).waitFor()
    await page.keyboard.press('Backspace')
    await page.keyboard.type('@@')
    await page.locator('.outcomes .bubble', { hasText: 'Your code is 123456' }).waitFor()
    expect(await bubbles(page)).toEqual(['Your code is 123456'])
  })

  test('completes languages by their names, and whole arms', async () => {
    const page = await opened()
    await write(page, "{% if request_language contains 'fr' %}")
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Control+Space')
    await suggestions(page).first().waitFor()
    const names = (await suggestions(page).allInnerTexts()).join('\n')
    expect(names).toContain('French')
    await page.keyboard.press('Escape')
    await write(page, '')
    await page.keyboard.press('Control+Space')
    await suggestions(page).first().waitFor()
    expect((await suggestions(page).allInnerTexts()).join('\n')).toContain('@@password@@')
  })

  test('tells by hover which customers reach an arm', async () => {
    const page = await opened()
    await page.locator('.view-line span', { hasText: 'dutch' }).last().hover()
    const hover = page.locator('.monaco-hover', { hasText: 'Who gets this text' })
    await hover.waitFor()
    expect(await hover.innerText()).toContain('A customer whose request says dutch')
  })

  test('fixes from the keyboard, and takes it back', async () => {
    const page = await opened()
    await write(
      page,
      "{% if request_language == 'fr' %}A @@password@@{% elseif code %}B{% endif %}",
    )
    await page.getByText('Liquid rejects this template').waitFor()
    await page.keyboard.press('F8')
    await page.keyboard.press('ControlOrMeta+.')
    await page.locator('.action-widget .monaco-list-row').first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.view-line', { hasText: 'elsif' }).waitFor()
    await page.keyboard.press('ControlOrMeta+Z')
    await page.locator('.view-line', { hasText: 'elseif' }).waitFor()
  })

  test('formats', async () => {
    const page = await opened()
    await write(page, '{{code}}{%if code%}!{%endif%}')
    await page.locator('.outcomes .bubble', { hasText: '123456!' }).waitFor()
    await page.keyboard.press('Shift+Alt+F')
    await page.locator('.view-line', { hasText: '{% if code %}' }).waitFor()
    expect(await shown(page)).toBe('{{ code }}{% if code %}!{% endif %}')
  })

  test('is left with Tab', async () => {
    const page = await opened()
    await page.locator('.monaco-editor').click()
    await page.keyboard.press('Tab')
    const inside = await page.evaluate(() => document.activeElement?.closest('.monaco-editor'))
    expect(inside).toBeNull()
  })

  test('stays responsive with a hostile template', async () => {
    const page = await opened()
    await write(page, '{% if request_language contains code %}'.repeat(400))
    await page.getByText('Liquid rejects this template').waitFor()
    await write(page, '<img src=x onerror=alert(1)>{{ code }}')
    await page.locator('.outcomes .bubble', { hasText: '<img src=x' }).waitFor()
    expect(await page.locator('img').count()).toBe(0)
  })
})
