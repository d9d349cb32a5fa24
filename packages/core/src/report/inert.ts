/**
 * A report for people that a log of GitHub Actions takes no part of for a command: there a line that begins
 * with `::` and whatever follows `##[` anywhere is one.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const inert = (report: string): string =>
  report.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [')

/** The same for programs: JSON with another spelling of the same texts. */
export const inertJson = (value: object): string =>
  `${JSON.stringify(value, null, 2).replaceAll('##[', '##\\u005b')}\n`
