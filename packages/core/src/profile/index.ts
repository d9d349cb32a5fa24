export { examples, type Variables, variableMistakes, withVariables } from './examples.ts'
export { documented, knownVariable, type VariableLookup } from './known-variable.ts'
export type { Documented, Profile, Signs, VariableSchema } from './profile.ts'
export {
  defaultProfile,
  type Evidence,
  inferProfile,
  profileNamed,
  profiles,
} from './registry.ts'
