export type { TextResult } from './decode.ts'
export {
  type Answer,
  type Excuses,
  type FaultName,
  faultNames,
  faultScript,
  type LoopbackReply,
  type LoopbackRequest,
  type LoopbackServer,
  loopbackServer,
  type ScriptedFault,
} from './loopback-server.ts'
export { readTextFile } from './read-file.ts'
export { readTextStream } from './read-stream.ts'
export { reasonFor } from './reason.ts'
export { refuseUnwritable, type StagedFile, stageFile } from './stage-file.ts'
export { isUnreached } from './unreached.ts'
