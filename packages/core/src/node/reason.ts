const denied = 'it may not be read: give yourself permission to read it and to enter its folder'

/** What people can do about the errors that reading ends in; others are named by their code. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file: a part of its path is no folder',
  EISDIR: 'it is a folder: give a file in it',
  EACCES: denied,
  EPERM: denied,
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open: close some, or raise `ulimit -n`',
  ENAMETOOLONG: 'its name is too long',
}

/** Why reading failed, worded to follow the name of what was read and a colon. */
export function reasonFor(error: unknown): string {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException
  return reasons[code] ?? `it cannot be read (${code})`
}
