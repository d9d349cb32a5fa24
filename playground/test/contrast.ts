import type { Page } from 'playwright-core'

/**
 * The contrast of text that axe leaves undecided, as where an underline crosses it: each element's own colour on the
 * nearest opaque ground (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */
export const contrasts = (page: Page, selectors: readonly string[]): Promise<readonly number[]> =>
  page.evaluate((all) => {
    const channels = (colour: string): readonly number[] =>
      (colour.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const ground = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return (channels(backgroundColor)[3] ?? 1) === 1
        ? backgroundColor
        : ground(element.parentElement)
    }
    return all.map((selector) => {
      const element = document.querySelector(selector)!
      const pair = [luminance(getComputedStyle(element).color), luminance(ground(element))]
      return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
    })
  }, selectors)
