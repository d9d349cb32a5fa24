export type { TextResult } from './decode.ts'
export { readTextFile } from './read-file.ts'
export { readTextStream } from './read-stream.ts'
export { reasonFor } from './reason.ts'
