import type { CommandEntry, CommandGroup } from '../command.ts'
import type { LoadAuth0 } from '../connection/tenant.ts'
import type { LoadTwilio } from '../send/sender.ts'
import { connectionActions } from './connection/index.ts'
import type { LoadFake } from './fake.ts'

import type { LoadVitest } from './test.ts'

/** Runs where the first argument is no command: `codeword FILE…`. */
export const defaultCommand = 'check'

/**
 * What is installed beside the command, not bundled. It is imported from here since this file is loaded by Node, and
 * code that is kept compiled (compiled-code.ts) can import nothing.
 */
const vitest: LoadVitest = () => Promise.all([import('@codeword/vitest'), import('vitest/node')])

const twilio: LoadTwilio = () => import('@codeword/twilio')
const auth0: LoadAuth0 = () => import('@codeword/auth0')
const fakes: LoadFake = {
  twilio: () => import('@codeword/twilio/fake'),
  auth0: () => import('@codeword/auth0/fake'),
}

export const commands: ReadonlyMap<string, CommandEntry | CommandGroup> = new Map<
  string,
  CommandEntry | CommandGroup
>([
  [
    'check',
    {
      summary: 'show who reads what, and what is wrong (the default)',
      load: async () => (await import('./check.ts')).check,
    },
  ],
  [
    'lint',
    {
      summary: 'lint files, folders and globs, for people and for CI',
      load: async () => (await import('./lint.ts')).lint,
    },
  ],
  [
    'render',
    {
      summary: 'print the exact text that one customer gets',
      load: async () => (await import('./render.ts')).render,
    },
  ],
  [
    'explain',
    {
      summary: 'explain who reads what and what is proved, as text, JSON or a page',
      load: async () => (await import('./explain.ts')).explain,
    },
  ],
  [
    'diff',
    {
      summary: 'show whose message changes between two templates',
      load: async () => (await import('./diff.ts')).diff,
    },
  ],
  [
    'compose',
    {
      summary: 'make a proven template of one text for each language',
      load: async () => (await import('./compose.ts')).compose,
    },
  ],
  [
    'extract',
    {
      summary: 'read the text of each language off a template',
      load: async () => (await import('./extract.ts')).extract,
    },
  ],
  [
    'fmt',
    {
      summary: 'format tags; no rendered byte changes',
      load: async () => (await import('./fmt.ts')).fmt,
    },
  ],
  [
    'init',
    {
      summary: 'write a fixture: a test case for each message of a template',
      load: async () => (await import('./init.ts')).init,
    },
  ],
  [
    'mutate',
    {
      summary: 'plant faults in templates, which fixtures should notice',
      load: async () => (await import('./mutate.ts')).mutate,
    },
  ],
  [
    'test',
    {
      summary: 'run fixtures: what each customer gets is as recorded',
      load: async () => (await import('./test.ts')).testWith(vitest),
    },
  ],
  [
    'preview',
    {
      summary: 'edit templates in the playground, on this machine',
      load: async () => (await import('./preview.ts')).preview,
    },
  ],
  [
    'send',
    {
      summary: 'send one message through Twilio, and compare what is billed',
      load: async () => (await import('./send.ts')).sendWith(twilio),
    },
  ],
  [
    'connection',
    {
      summary: "create, read, compare, write and examine connections of Auth0's",
      actions: connectionActions(auth0, twilio),
    },
  ],
  [
    'fake',
    {
      summary: 'run a fake of Twilio or Auth0 on this machine, to try these with',
      load: async () => (await import('./fake.ts')).fakeWith(fakes),
    },
  ],
  [
    'rules',
    {
      summary: 'list the rules, or explain one',
      load: async () => (await import('./rules.ts')).rules,
    },
  ],
])
