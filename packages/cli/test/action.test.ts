import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { bin, nodeArgs } from './cli.ts'
import { repositoryWith } from './repository.ts'

interface Step {
  readonly name: string
  readonly id?: string
  readonly shell: string
  readonly 'working-directory': string
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

const root = new URL('../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const action: Action = parse(read('action.yml'))

interface Ran {
  readonly codes: Readonly<Record<string, number | null>>
  /** What all steps print. */
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  readonly file: (path: string) => string
}

/** Runs every step as GitHub's runner does, with the inputs in the environment. */
function runAction(repository: string, given: Readonly<Record<string, string>>): Ran {
  const temporary = join(repository, '.git/runner')
  mkdirSync(temporary)
  const [summary, output] = [join(temporary, 'summary'), join(temporary, 'output')]
  writeFileSync(summary, '')
  const codes: Record<string, number | null> = {}
  const known: Record<string, string> = {}
  for (const [name, input] of Object.entries(action.inputs)) {
    known[`inputs.${name}`] = given[name] ?? input.default
  }
  known['inputs.command'] = [process.execPath, ...nodeArgs, bin].join(' ')
  let log = ''
  for (const step of action.runs.steps) {
    const script = join(temporary, 'step.sh')
    writeFileSync(script, step.run)
    writeFileSync(output, '')
    const env = Object.entries(step.env).map(([name, text]) => [name, evaluated(text, known)])
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', script],
      {
        cwd: join(repository, evaluated(step['working-directory'], known)),
        encoding: 'utf8',
        env: {
          PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: repository,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          RUNNER_TEMP: temporary,
          ...Object.fromEntries(env),
        },
      },
    )
    codes[step.name] = status
    log += stdout + stderr
    for (const line of readFileSync(output, 'utf8').split('\n').filter(Boolean)) {
      const [name, ...value] = line.split('=')
      known[`steps.${step.id}.outputs.${name}`] = value.join('=')
    }
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [
    name,
    evaluated(value, known),
  ])
  return {
    codes,
    log,
    summary: readFileSync(summary, 'utf8'),
    outputs: Object.fromEntries(outputs),
    file: (path) => readFileSync(join(repository, path), 'utf8'),
  }
}

/** `${{ a || b }}`: the first that is not empty. */
const evaluated = (text: string, known: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) =>
    expression.split(' || ').reduce((value, name) => value || (known[name] ?? ''), ''),
  )

const good =
  "{% if request_language == 'nl' %}Uw Acme-code is @@password@@{% else %}Your Acme code is @@password@@{% endif %}"
const plain = 'Your Acme code is @@password@@'
const bad = "{% if request_language == 'nl' %}Uw code: @@password@@{% endif %}"

describe('a pull request that breaks a message', () => {
  const ran = (): Ran => {
    const { path, git, write } = repositoryWith({ 'sms/otp.liquid': good, 'package.json': '{}' })
    const base = git('rev-parse', 'HEAD')
    write({ 'sms/otp.liquid': bad, 'package.json': '{ "private": true }' })
    git('commit', '-qam', 'Change')
    return runAction(path, { base, paths: 'sms\n', options: '--rule=edge-whitespace=off' })
  }

  it('has annotations, SARIF, a table and the body of a comment', () => {
    const { codes, log, summary, outputs, file } = ran()
    expect(codes).toEqual({ Lint: 1, Test: 0, 'Compare messages': 0 })
    expect(log).toMatch(/^::error file=sms\/otp\.liquid,line=1,.*title=empty-message::/m)
    expect(outputs).toEqual({
      errors: '1',
      warnings: '0',
      'sarif-file': 'codeword.sarif',
      'comment-file': 'codeword-comment.md',
    })
    const { runs } = JSON.parse(file('codeword.sarif'))
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'empty-message',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'sms/otp.liquid' } } }],
    })
    const comment = file('codeword-comment.md')
    expect(comment).toMatch(/^<!-- codeword -->\n### sms\/otp.liquid: whose message changes\n/)
    expect(comment).toContain('| <code>Your Acme code is 123456</code> | **an empty message** |')
    expect(comment.match(/^### /gm)).toHaveLength(1)
    expect(summary).toContain('| error | sms/otp.liquid line 1 | empty-message |')
    expect(summary).toContain('### sms/otp.liquid: whose message changes')
  })
})

test('a folder below the root has its own paths, a renamed template its old messages', () => {
  const { path, git } = repositoryWith({ 'app/old.liquid': plain })
  const base = git('rev-parse', 'HEAD')
  git('mv', 'app/old.liquid', 'app/-new $(touch x).liquid')
  const { codes, outputs, file } = runAction(path, { base, 'working-directory': 'app' })
  expect(codes).toEqual({ Lint: 0, Test: 0, 'Compare messages': 0 })
  expect(outputs).toMatchObject({ errors: '0', 'comment-file': 'codeword-comment.md' })
  expect(file('codeword-comment.md')).toContain('No message changes')
})

test('without a pull request nothing is compared, and a faulty call is told as such', () => {
  const { path } = repositoryWith({ 'otp.liquid': good })
  const { codes, log, outputs } = runAction(path, { options: '--max-warning=0' })
  expect(codes).toEqual({ Lint: 2, Test: 0, 'Compare messages': 0 })
  expect(log).toContain('did you mean --max-warnings?')
  expect(outputs).toEqual({ errors: '', warnings: '', 'sarif-file': '', 'comment-file': '' })
})

test('a base that was not fetched is told as such', () => {
  const { path } = repositoryWith({ 'otp.liquid': good })
  const { codes, log } = runAction(path, { base: '0'.repeat(40) })
  expect(codes['Compare messages']).toBe(0)
  expect(log).toMatch(/^::warning title=codeword::.*fetch-depth: 0$/m)
})

test('inputs are words, whatever stands in them', () => {
  const { path } = repositoryWith({ 'a b;$(touch x)`touch x`.liquid': bad })
  const { codes, log } = runAction(path, { paths: 'a b;$(touch x)`touch x`.liquid\n' })
  expect(codes.Lint).toBe(1)
  expect(log).toContain('::error file=a b;$(touch x)`touch x`.liquid,')
  expect(existsSync(join(path, 'x'))).toBe(false)
})

describe('the files for CI', () => {
  it('the action has no expression in a script, and a shell for each', () => {
    expect(action.runs.using).toBe('composite')
    for (const { run, shell } of action.runs.steps) {
      expect(run).not.toContain('${{')
      expect(shell).toBe('bash')
    }
  })

  it('name the version that this is', () => {
    const { version } = JSON.parse(read('packages/cli/package.json'))
    for (const page of ['action.yml', 'docs/ci.md']) {
      const named = [...read(page).matchAll(/codeword@(\d+\.\d+\.\d+)/g)].map((match) => match[1])
      expect([page, [...new Set(named)]]).toEqual([page, [version]])
    }
  })

  it('the hooks have what pre-commit asks for', () => {
    const hooks: readonly Readonly<Record<string, string>>[] = parse(read('.pre-commit-hooks.yaml'))
    expect(hooks.map(({ id }) => id)).toEqual(['codeword', 'codeword-all'])
    for (const { name, entry, language, files } of hooks) {
      expect([typeof name, language]).toEqual(['string', 'system'])
      expect(entry).toMatch(/^npx --no-install codeword lint/)
      expect('tenant/sms.json').toMatch(new RegExp(files!))
    }
  })

  it('the page of recipes names every input and output', () => {
    const page = read('docs/ci.md')
    for (const name of Object.keys(action.inputs)) expect(page).toContain(`| \`${name}\` |`)
    for (const name of Object.keys(action.outputs)) expect(page).toContain(`\`${name}\``)
  })

  it('the recipes are YAML', () => {
    const blocks = [...read('docs/ci.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    expect(blocks.length).toBeGreaterThan(4)
    for (const [, block] of blocks) expect(typeof parse(block!)).toBe('object')
  })
})
