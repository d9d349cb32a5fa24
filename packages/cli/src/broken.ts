import type { Property } from '@codeword/core'

/** Whether a property makes a command end in 1; `best-language` only informs. */
export const isBroken = ({ name, status }: Property): boolean =>
  status === 'broken' && name !== 'best-language'
