import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFiles } from '../src/files/find-files.ts'
import { folderWith } from './folder.ts'

const names = (...paths: string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, '']))

async function find(paths: readonly string[], cwd: string) {
  const { files, problems } = await findFiles(paths, cwd)
  for (const [absolute, file] of files) expect(absolute).toBe(resolve(cwd, file))
  return { files: [...files.values()], problems }
}

test('a path is taken as it is, even if it does not exist', async () => {
  const cwd = folderWith(names('a.liquid', 'readme.md'))
  expect(await find(['readme.md', 'none.liquid', './a.liquid'], cwd)).toEqual({
    files: ['readme.md', 'none.liquid', 'a.liquid'],
    problems: [],
  })
})

test('a folder stands for the files below it that may hold templates, in order', async () => {
  const cwd = folderWith(
    names(
      'z.liquid',
      'a/c.json',
      'a/B.LIQUID',
      'a/main.tf',
      'a/notes.txt',
      'a/tenant.yaml',
      'a/x.yml',
      'node_modules/x/y.liquid',
      'package-lock.json',
      'a/pnpm-lock.yaml',
      'a/node_modules/y.liquid',
      '.hidden/h.liquid',
      '.h.liquid',
    ),
  )
  const below = ['a/B.LIQUID', 'a/c.json', 'a/main.tf', 'a/tenant.yaml', 'a/x.yml']
  const files = [...below, 'z.liquid']
  expect(await find(['.'], cwd)).toEqual({ files, problems: [] })
  expect(await find(['**/*.{json,yaml}'], cwd)).toEqual({
    files: ['a/c.json', 'a/tenant.yaml'],
    problems: [],
  })
  expect((await find(['package-lock.json'], cwd)).files).toEqual(['package-lock.json'])
  expect(await find(['shut', ''], cwd)).toEqual({
    files: ['shut'],
    problems: ["'' names no file and no folder"],
  })
  expect(await find(['a', 'a/c.json', join(cwd, 'z.liquid')], cwd)).toEqual({
    files: [...below, join(cwd, 'z.liquid')],
    problems: [],
  })
})

test('a folder with nothing to lint is a problem, its neighbour is not', async () => {
  const cwd = folderWith(names('a/x.liquid', 'b/readme.md'))
  expect(await find(['a', 'b'], cwd)).toEqual({
    files: ['a/x.liquid'],
    problems: ['b: no template in this folder (hidden and git-ignored files do not count)'],
  })
})

test('a glob stands for what it matches', async () => {
  const cwd = folderWith(
    names('sms/a.liquid', 'sms/de/b.liquid', 'sms/c.json', 'x.liquid', 'node_modules/n/d.liquid'),
  )
  const found = async (pattern: string): Promise<readonly string[]> =>
    (await find([pattern], cwd)).files
  expect(await found('sms/*.liquid')).toEqual(['sms/a.liquid'])
  expect(await found('**/*.{liquid,json}')).toEqual([
    'sms/a.liquid',
    'sms/c.json',
    'sms/de/b.liquid',
    'x.liquid',
  ])
  expect(await find(['*.txt'], cwd)).toEqual({
    files: [],
    problems: ['*.txt: no file matches this pattern'],
  })
})

test('a file whose name looks like a glob is that file', async () => {
  const cwd = folderWith(names('[id].liquid', 'i.liquid'))
  expect((await find(['[id].liquid'], cwd)).files).toEqual(['[id].liquid'])
})

test('folders and globs stand for regular files, not for links', async () => {
  const cwd = folderWith(names('real/a.liquid'))
  symlinkSync(join(cwd, 'real'), join(cwd, 'again'))
  symlinkSync(cwd, join(cwd, 'real', 'circle'))
  symlinkSync(join(cwd, 'real', 'a.liquid'), join(cwd, 'b.liquid'))
  symlinkSync(join(cwd, 'none'), join(cwd, 'broken.liquid'))
  expect((await find(['.'], cwd)).files).toEqual(['real/a.liquid'])
  expect((await find(['**/*.liquid'], cwd)).files).toEqual(['real/a.liquid'])
  expect((await find(['b.liquid', 'again'], cwd)).files).toEqual(['b.liquid', 'again/a.liquid'])
})

test.runIf(process.platform !== 'win32')(
  'pipes are passed over unless they are named',
  async () => {
    const cwd = folderWith(names('a.liquid'))
    execFileSync('mkfifo', ['p.liquid', '.gitignore'], { cwd })
    expect((await find(['.'], cwd)).files).toEqual(['a.liquid'])
    expect((await find(['*.liquid'], cwd)).files).toEqual(['a.liquid'])
    expect((await find(['p.liquid'], cwd)).files).toEqual(['p.liquid'])
  },
)

describe('.gitignore', () => {
  const files = {
    '.gitignore': 'build/\n*.tmp.liquid\n/top.liquid\n',
    'top.liquid': '',
    'build/a.liquid': '',
    'build/.gitignore': '!a.liquid\n',
    'x.tmp.liquid': '',
    'src/top.liquid': '',
    'src/build/a.liquid': '',
    'src/a.tmp.liquid': '',
    'src/.gitignore': '!kept.tmp.liquid\nown.liquid\n/deep/*\n!/deep/yes.liquid\n',
    'src/kept.tmp.liquid': '',
    'src/own.liquid': '',
    'src/deep/no.liquid': '',
    'src/deep/yes.liquid': '',
    'other/own.liquid': '',
  }

  test('leaves out what git leaves out', async () => {
    const cwd = folderWith(files)
    execFileSync('git', ['init', '-q'], { cwd })
    const listed = execFileSync('git', ['ls-files', '-o', '--exclude-standard', '*.liquid'], {
      cwd,
    })
    const byGit = listed.toString().trim().split('\n').sort()
    expect(byGit).toContain('src/kept.tmp.liquid')
    expect(byGit).not.toContain('build/a.liquid')
    expect((await find(['.'], cwd)).files.toSorted()).toEqual(byGit)
    expect((await find(['**/*.liquid'], cwd)).files).toEqual(byGit)
  })

  test('counts from the root of the repository, also in a folder below it', async () => {
    const cwd = folderWith(files)
    mkdirSync(join(cwd, '.git'))
    expect((await find(['.'], join(cwd, 'src'))).files).toEqual([
      'deep/yes.liquid',
      'kept.tmp.liquid',
      'top.liquid',
    ])
    expect((await find(['../other'], join(cwd, 'src'))).files).toEqual(['../other/own.liquid'])
  })

  test('does not stop who asks for an ignored folder by name', async () => {
    const cwd = folderWith(files)
    mkdirSync(join(cwd, '.git'))
    expect((await find(['build'], cwd)).files).toEqual(['build/a.liquid'])
  })
})
