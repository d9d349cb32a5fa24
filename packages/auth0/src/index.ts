export type { App } from './api/apps.ts'
export type { ApiOptions, ApiResult } from './api/client.ts'
export type { TenantConnection } from './api/connections.ts'
export { type Auth0Api, auth0Api } from './api/index.ts'
export type { PhoneProvider, PhoneTemplate } from './api/phone.ts'
export {
  type LoginApp,
  type LoginStart,
  loginStarter,
  type Started,
  type StartLogin,
} from './api/start-login.ts'
export { type AppState, appStates, type TurnResult, turnApps } from './apps.ts'
export { type Credentials, credentialsFrom } from './credentials.ts'
export { type Fault, faultText } from './fault.ts'
export { type LiveText, type LiveTexts, liveTexts } from './live-texts.ts'
export { type Change, type Plan, planPush, type Refusal, type Wanted } from './plan.ts'
export { type Capture, captureServer } from './probe/capture.ts'
export {
  comparison,
  experiment,
  type Observed,
  observed,
  type Syntax,
  syntaxes,
} from './probe/experiment.ts'
export { type HeaderQuestion, headerFact, headerQuestions } from './probe/headers.ts'
export { type Pulled, pulledFrom } from './pull.ts'
export { type PushResult, push } from './push.ts'
export { type CreateResult, createConnection, type Setup, setupOptions } from './setup.ts'
export type { Fields, Held, Target } from './target/held.ts'
export { targetNamed } from './target/index.ts'
