import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

// Whoever calls an exported function must be able to name what it takes and gives. With isolated
// declarations every exported signature is written out, so the source tells.

const src = join(import.meta.dirname, '../src')
const entries = ['index.ts', 'node/index.ts']

/** What the parser gives; only what is asked for is told. */
interface Tree {
  readonly type: string
  readonly [key: string]: unknown
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as Tree).type === 'string'

const inner = (tree: Tree): readonly Tree[] => Object.values(tree).flat().filter(isTree)

const nameOf = (tree: unknown): string => (tree as { readonly name: string }).name

/** A name that a file declares or imports: where it comes from, and under which name there. */
interface Origin {
  readonly file: string
  readonly name: string
  readonly declaration?: Tree
}

const key = ({ file, name }: Origin): string => `${file} ${name}`

function modulesOf(tree: Tree, file: string): string {
  const specifier = (tree.source as { readonly value: string }).value
  return specifier.startsWith('.')
    ? new URL(specifier, `file:///${file}`).pathname.slice(1)
    : specifier
}

/** Every name of a file, and those that it exports. */
function namesOf(file: string): Record<'all' | 'exported', ReadonlyMap<string, Origin>> {
  const { program } = parseSync(file, readFileSync(join(src, file), 'utf8'))
  const all = new Map<string, Origin>()
  const exported = new Map<string, Origin>()
  for (const tree of program.body as unknown as readonly Tree[]) {
    const specifiers = (tree.specifiers ?? []) as readonly Tree[]
    if (tree.type === 'ImportDeclaration')
      for (const { imported, local } of specifiers)
        all.set(nameOf(local), { file: modulesOf(tree, file), name: nameOf(imported ?? local) })
    if (tree.type === 'ExportAllDeclaration') {
      const from = modulesOf(tree, file)
      for (const name of namesOf(from).exported.keys())
        exported.set(`${nameOf(tree.exported)}.${name}`, { file: from, name })
    }
    if (tree.type === 'ExportNamedDeclaration' && isTree(tree.source))
      for (const { exported: as, local } of specifiers)
        exported.set(nameOf(as), { file: modulesOf(tree, file), name: nameOf(local) })
    const isExport = tree.type === 'ExportNamedDeclaration' && isTree(tree.declaration)
    const declaration = isExport ? (tree.declaration as Tree) : tree
    for (const one of (declaration.declarations as Tree[] | undefined) ?? [declaration]) {
      if (!isTree(one.id)) continue
      const origin = { file, name: nameOf(one.id), declaration: one }
      all.set(origin.name, origin)
      if (isExport) exported.set(origin.name, origin)
    }
  }
  return { all, exported }
}

/** The parts of a declaration that callers see. */
function surfaceOf(tree: Tree): readonly Tree[] {
  const { id, init, typeParameters, params, returnType, typeAnnotation, value, body } = tree
  const annotation = (id as Tree | undefined)?.typeAnnotation
  if (isTree(annotation)) return [annotation]
  if (tree.type === 'VariableDeclarator') return isTree(init) ? surfaceOf(init) : []
  if (tree.type === 'ClassDeclaration')
    return (body as { readonly body: readonly Tree[] }).body
      .filter((member) => (member.key as Tree).type !== 'PrivateIdentifier')
      .flatMap(surfaceOf)
  if (tree.type === 'MethodDefinition') return surfaceOf(value as Tree)
  if (tree.type === 'PropertyDefinition') return isTree(typeAnnotation) ? [typeAnnotation] : []
  if (/Function/.test(tree.type))
    return [typeParameters, ...(params as readonly unknown[]), returnType].filter(isTree)
  return /^TS/.test(tree.type) && /Declaration$/.test(tree.type) ? [tree] : []
}

/** The names of all types in some trees, those that they declare themselves left out. */
function typesIn(trees: readonly Tree[]): readonly string[] {
  const used = new Set<string>()
  const own = new Set<string>()
  const visit = (tree: Tree): void => {
    if (tree.type === 'TSTypeParameter') own.add(nameOf(tree.name))
    const name = tree.type === 'TSTypeReference' ? tree.typeName : tree.expression
    if (/^TS(?:TypeReference|InterfaceHeritage)$/.test(tree.type)) used.add(nameOf(name))
    for (const child of inner(tree)) visit(child)
  }
  for (const tree of trees) visit(tree)
  return [...used].filter((name) => !own.has(name))
}

/** Follows a name through the files that pass it on to its declaration. */
function declared(origin: Origin): Origin {
  if (origin.declaration !== undefined || !origin.file.endsWith('.ts')) return origin
  const found = namesOf(origin.file).exported.get(origin.name)
  return found === undefined ? origin : declared(found)
}

test('every type in an exported signature is exported', () => {
  const exports = entries.flatMap((file) => [...namesOf(file).exported.values()].map(declared))
  const known = new Set(exports.map(key))
  expect(known.size).toBeGreaterThan(60)
  const hidden = exports.flatMap((origin) => {
    expect(origin.declaration, key(origin)).toBeDefined()
    const { all } = namesOf(origin.file)
    return typesIn(surfaceOf(origin.declaration!))
      .flatMap((name) => all.get(name) ?? [])
      .map(declared)
      .filter((used) => !known.has(key(used)))
      .map((used) => `${used.name} (${used.file}), which ${origin.name} names`)
  })
  expect(hidden.sort()).toEqual([])
})
