import module from 'node:module'

/**
 * What is needed of node:util. An `import` would load all that it exports, a fifth of Node's own start, and
 * `process.getBuiltinModule` comes with Node 22.3 only.
 */
export const { parseArgs, styleText } = module.createRequire(import.meta.url)(
  'node:util',
) as typeof import('node:util')
