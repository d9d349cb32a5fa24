import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff'

/** The change of one file as `git apply` and `patch -p1` take it; empty where nothing changes. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const name = path.replaceAll('\\', '/')
  return formatPatch(structuredPatch(`a/${name}`, `b/${name}`, before, after), FILE_HEADERS_ONLY)
}
