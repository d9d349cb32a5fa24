#!/usr/bin/env node
import { keepCompiledCode } from './compiled-code.ts'
import { processHost } from './host.ts'
import { run } from './run.ts'

keepCompiledCode()

// The exit code is only set, so that Node ends when everything is written.
run(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode = code
})
