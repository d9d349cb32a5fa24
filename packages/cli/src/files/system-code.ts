/** What the system calls an error: `EACCES`. */
export const systemCode = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? String(error)
