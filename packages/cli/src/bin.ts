#!/usr/bin/env node
import module from 'node:module'

// Compiled code is kept between runs, in a folder of the user's own temporary files. Node 22.0 cannot.
module.enableCompileCache?.()

const [{ run }, { processHost }] = await Promise.all([import('./run.ts'), import('./host.ts')])

// A reader that has seen enough (`codeword lint | head -1`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.stderr.write(`codeword: the output cannot be written (${error.code})\n`)
  process.exitCode = 2
})

// The exit code is only set, so that Node ends when everything is written.
process.exitCode = await run(process.argv.slice(2), processHost())
