import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeword, runHere } from './cli.ts'
import { folderWith } from './folder.ts'
import { emptyRepository, repositoryWith } from './repository.ts'

const text = 'Your Acme code is @@password@@'

async function changedIn(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const { code, out, err } = await runHere(['lint', '--json', ...args], { cwd })
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out).files.map(({ path }: { path: string }) => path)
}

test('changed, staged, renamed and untracked files are linted, no others', async () => {
  const { path, git, write } = repositoryWith({
    'same.liquid': text,
    'edited.liquid': text,
    'staged.liquid': text,
    'old.liquid': text,
    'gone.liquid': text,
    'tenant/sms é "x".liquid': text,
    '.gitignore': 'ignored.liquid\n',
  })
  expect(await changedIn(path, '--changed')).toEqual([])
  write({
    'edited.liquid': `${text}.`,
    'staged.liquid': `${text}.`,
    'untracked.liquid': text,
    'ignored.liquid': text,
    'tenant/sms é "x".liquid': `${text}.`,
  })
  git('add', 'staged.liquid')
  git('mv', 'old.liquid', 'new.liquid')
  git('rm', '-q', 'gone.liquid')
  const changed = ['edited.liquid', 'new.liquid', 'staged.liquid', 'tenant/sms é "x".liquid']
  expect(await changedIn(path, '--changed')).toEqual([...changed, 'untracked.liquid'])
  expect(await changedIn(path, '--changed', 'tenant')).toEqual(['tenant/sms é "x".liquid'])
  expect(await changedIn(path, '--changed', '*.liquid', 'same.liquid')).not.toContain('same.liquid')
  const below = join(path, 'tenant')
  expect(await changedIn(below, '--changed')).toEqual(['sms é "x".liquid'])
})

test('with a reference, what has changed since the ways parted is linted', async () => {
  const { path, git, write } = repositoryWith({ 'a.liquid': text, 'b.liquid': text })
  git('checkout', '-q', '-b', 'topic')
  write({ 'a.liquid': `${text}.` })
  git('commit', '-q', '-a', '-m', 'Topic')
  git('checkout', '-q', 'main')
  write({ 'b.liquid': `${text}.` })
  git('commit', '-q', '-a', '-m', 'Main')
  git('checkout', '-q', 'topic')
  write({ 'c.liquid': text })
  expect(await changedIn(path, '--changed=main')).toEqual(['a.liquid', 'c.liquid'])
  expect(await changedIn(path, '--changed')).toEqual(['c.liquid'])
})

test('before the first commit everything has changed', async () => {
  const { path, git } = emptyRepository({ 'a.liquid': text, 'b.liquid': text })
  git('add', 'a.liquid')
  expect(await changedIn(path, '--changed')).toEqual(['a.liquid', 'b.liquid'])
})

test('a repository behind a link is found', async () => {
  const { path } = emptyRepository({ 'a.liquid': text })
  const outside = folderWith({})
  symlinkSync(path, join(outside, 'link'))
  expect(await changedIn(join(outside, 'link'), '--changed')).toEqual(['a.liquid'])
})

test('settings of the repository run no program', async () => {
  const { path, git, write } = repositoryWith({ 'a.liquid': text, '.gitattributes': '* diff=x\n' })
  for (const key of ['core.fsmonitor', 'diff.external', 'diff.x.textconv', 'diff.x.command']) {
    git('config', key, 'touch ran')
  }
  write({ 'a.liquid': `${text}.` })
  expect(await changedIn(path, '--changed')).toEqual(['a.liquid'])
  expect(existsSync(join(path, 'ran'))).toBe(false)
})

const failure = async (cwd: string, ...args: string[]): Promise<string> => {
  const { code, out, err } = await runHere(['lint', ...args], { cwd })
  expect([code, out]).toEqual([2, ''])
  expect(err.split('\n')).toHaveLength(2)
  return err
}

test('what keeps git from telling is said in one line', async () => {
  const outside = folderWith({ 'a.liquid': text })
  expect(await failure(outside, '--changed')).toMatch(
    /^codeword: --changed: git says: not a git repository/,
  )
  const { path, git } = repositoryWith({ 'a.liquid': text })
  for (const ref of ['nowhere', '-x', '--output=x', '0'.repeat(40)]) {
    expect(await failure(path, `--changed=${ref}`)).toBe(
      `codeword: --changed: git knows no commit '${ref}': fetch it first (in GitHub Actions: fetch-depth: 0)\n`,
    )
  }
  git('checkout', '-q', '--orphan', 'other')
  git('commit', '-q', '-m', 'Other')
  expect(await failure(path, '--changed=main')).toContain(
    "HEAD and 'main' have no commit in common",
  )
  expect(await failure(path, '--changed=')).toBe(
    'codeword: --changed= needs a value: --changed=REF\n',
  )
  expect(await failure(path, '--changed', '--stdin')).toContain('not both')
  expect(await failure(path, '--changed', '--changed')).toContain('is given twice')
  expect(await failure(path, '--changed', 'missing.liquid')).toBe(
    'codeword: missing.liquid: there is no such file\n',
  )
})

test('without git the message says what to do', () => {
  const { path } = repositoryWith({ 'a.liquid': text })
  mkdirSync(join(path, 'bin'))
  const { code, out, err } = codeword(['lint', '--changed'], {
    cwd: path,
    env: { PATH: join(path, 'bin') },
  })
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: 'codeword: --changed: git cannot be run (ENOENT): name the files instead\n',
  })
})
