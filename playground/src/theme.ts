export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const systemIsDark = matchMedia('(prefers-color-scheme: dark)')
const listeners: (() => void)[] = []
let chosen: Theme = 'system'

export const isDark = (): boolean =>
  chosen === 'system' ? systemIsDark.matches : chosen === 'dark'

/** All colours of the style sheet follow the colour scheme of the page. */
export function chooseTheme(theme: Theme): void {
  chosen = theme
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
  for (const listener of listeners) listener()
}

export function onTheme(listener: () => void): void {
  listeners.push(listener)
  systemIsDark.addEventListener('change', listener)
}
