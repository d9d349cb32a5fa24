import { type Path, valueAt } from '../../text/mistakes.ts'
import type { Edit } from '../../text/span.ts'
import { type HostNode, hostDocument, plainValue } from '../host-tree.ts'
import { edited, hostedText } from '../hosted-text.ts'
import type { HostDocument, HostProblem } from '../source-file.ts'
import { yamlEdits } from './yaml-edit.ts'
import { readableYaml } from './yaml-keywords.ts'
import { problemOf } from './yaml-problems.ts'
import { type Frame, type Hosting, wholeOf, type Yaml, yamlTree } from './yaml-tree.ts'

/**
 * Reads YAML and keeps the place of everything. Whatever comes before a mistake is read. The parser is loaded
 * with the first file.
 *
 * @param deployed whether auth0-deploy-cli reads the file, which replaces its keywords first
 */
export async function parseYaml(text: string, deployed = true): Promise<HostDocument> {
  const yaml = await import('yaml')
  const hosting: Hosting = (source, path, frame) =>
    hostedText(source.units, (edit) => {
      const wanted = edited(source.units.text, edit)
      for (const candidate of yamlEdits(text, source, edit)) {
        if (says(yaml, text, candidate, path, frame, wanted)) return candidate
      }
      return undefined
    })
  const { root, problem } = parse(yaml, text, hosting, deployed)
  return hostDocument(root, { problem })
}

interface Parsed {
  readonly root: HostNode
  /** The first thing that auth0-deploy-cli would refuse. */
  readonly problem?: HostProblem | undefined
}

function parse(yaml: Yaml, text: string, hosting: Hosting, deployed = true): Parsed {
  const document = yaml.parseDocument(deployed ? readableYaml(text) : text, {
    keepSourceTokens: true,
    prettyErrors: false,
    // It would compare each key with all others.
    uniqueKeys: false,
  })
  const [error] = document.errors
  let problem = error && problemOf(error, text)
  const root = yamlTree(yaml, text, document.contents, hosting, (found) => {
    problem ??= found
  })
  return { root, problem }
}

/** Whether an edit of the host makes a text the wanted one, and changes nothing else. */
function says(
  yaml: Yaml,
  text: string,
  edit: Edit,
  path: Path,
  frame: Frame,
  wanted: string,
): boolean {
  for (const piece of [frame, wholeOf(text)]) {
    // What an edit leaves at the end of the piece meets what follows there.
    const lineEnd = piece.end < text.length && text[piece.end - 1] !== '\n' ? '\n' : ''
    const before = readAlone(yaml, text, piece, lineEnd)
    // What has its anchors elsewhere cannot stand alone.
    if (before === undefined) continue
    const end = piece.end + edit.text.length - (edit.end - edit.start)
    const after = readAlone(yaml, edited(text, edit), { ...piece, end }, lineEnd)
    const expected = { value: put(before.value, path.slice(piece.path.length), wanted) }
    return after !== undefined && JSON.stringify(after) === JSON.stringify(expected)
  }
  return false
}

/** The value of a piece of a file with a neighbour after it; undefined where that cannot be read. */
function readAlone(
  yaml: Yaml,
  text: string,
  { start, end, indent }: Frame,
  lineEnd: string,
): { readonly value: unknown } | undefined {
  const piece = text.slice(start, end)
  const margin = ' '.repeat(indent)
  const neighbour = end === text.length ? '' : `${lineEnd}${margin}neighbour:\n`
  const { root, problem } = parse(yaml, margin + piece + neighbour, neverHosted)
  return problem === undefined ? { value: plainValue(root) } : undefined
}

const neverHosted: Hosting = (source) => hostedText(source.units, () => undefined)

/** A value with another one at a path. */
function put(value: unknown, path: Path, wanted: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return wanted
  const inner = put(valueAt(value, [step]), rest, wanted)
  return Array.isArray(value)
    ? value.with(Number(step), inner)
    : Object.fromEntries([...Object.entries(Object(value)), [step, inner]])
}
