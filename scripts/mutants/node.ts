import { registerHooks } from 'node:module'
import { plant } from './plant.ts'

// For `node --import`: modules are read with the fault in them, no file is copied or changed.
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (loaded.format !== 'module-typescript') return loaded
    return { ...loaded, source: plant(url, String(loaded.source)) }
  },
})
