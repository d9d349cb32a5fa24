export type { TextResult } from './decode.ts'
export { readingProblem, readTextFile } from './read-file.ts'
export { readTextStream } from './read-stream.ts'
