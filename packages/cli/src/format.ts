import { Failure } from './failure.ts'

/**
 * The format that `--format` or `--json` asks for.
 * @param usual the format without either
 * @throws Failure where they contradict each other
 */
export function formatOf<Name extends string>(
  { format, json }: { readonly format: string | undefined; readonly json: boolean },
  usual: Name,
): Name | 'json' {
  if (!json) return (format ?? usual) as Name
  if (format === undefined || format === 'json') return 'json'
  throw new Failure(`give --json or --format ${format}, not both`)
}
