/** Waits for Ctrl+C, or for whoever else ends the process, from the moment of the call on. */
export const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
