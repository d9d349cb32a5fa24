// Writes the URLs of all modules that a process loads to the file that LOADED_MODULES names.
import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const urls = []
registerHooks({
  load(url, context, next) {
    urls.push(url)
    return next(url, context)
  },
})
process.on('exit', () => writeFileSync(process.env.LOADED_MODULES, urls.join('\n')))
