import type { CatalogueReport } from './report.ts'

export type CatalogueReportName = 'html' | 'md'

/** Formats are loaded when they are asked for. */
export const catalogueReports: Readonly<
  Record<CatalogueReportName, () => Promise<CatalogueReport>>
> = {
  html: async () => (await import('./html.ts')).html,
  md: async () => (await import('./markdown.ts')).markdown,
}
