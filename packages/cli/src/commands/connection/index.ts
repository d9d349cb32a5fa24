import type { CommandEntry } from '../../command.ts'
import type { LoadAuth0 } from '../../connection/tenant.ts'
import type { LoadTwilio } from '../../send/sender.ts'

/** What can be done with the connections of an Auth0 tenant. */
export const connectionActions = (
  load: LoadAuth0,
  loadTwilio: LoadTwilio,
): ReadonlyMap<string, CommandEntry> =>
  new Map([
    [
      'setup',
      {
        summary: 'create an SMS connection that sends through Twilio',
        load: async () => (await import('./setup.ts')).setupWith(load, loadTwilio),
      },
    ],
    [
      'apps',
      {
        summary: 'list the applications that may use it, switch them on and off',
        load: async () => (await import('./apps.ts')).appsWith(load),
      },
    ],
    [
      'pull',
      {
        summary: 'read it into files, without secrets',
        load: async () => (await import('./pull.ts')).pullWith(load),
      },
    ],
    [
      'diff',
      {
        summary: 'show whose message, and which option, a push would change',
        load: async () => (await import('./diff.ts')).diffWith(load),
      },
    ],
    [
      'push',
      {
        summary: 'write it back, and lose no option',
        load: async () => (await import('./push.ts')).pushWith(load),
      },
    ],
    [
      'rollback',
      {
        summary: 'undo the last push',
        load: async () => (await import('./rollback.ts')).rollbackWith(load),
      },
    ],
    [
      'doctor',
      {
        summary: 'say which texts are live, who uses them, and what is wrong',
        load: async () => (await import('./doctor.ts')).doctorWith(load),
      },
    ],
    [
      'probe',
      {
        summary: 'find out what the tenant really does',
        load: async () => (await import('./probe.ts')).probeWith(load, loadTwilio),
      },
    ],
  ])
