import { nearest } from './nearest.ts'

/** A validator compiled ahead of time by scripts/schemas.ts. */
export interface Validator {
  (value: unknown): boolean
  readonly errors?: readonly SchemaError[] | null
}

/** What ajv says about one mistake. https://ajv.js.org/api.html#error-objects */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
}

export type Path = readonly (string | number)[]

/** One thing that is wrong with a value that people wrote. */
export interface Mistake {
  readonly path: Path
  /** The key is wrong (unknown, misspelt), not what stands behind it. What is missing has neither. */
  readonly atKey: boolean
  readonly keyword: string
  /** What is wrong, without the path and without the value, which may be a secret. */
  readonly message: string
}

/**
 * Checks a value and words each mistake on one line.
 *
 * @param validate compiled from `schema`
 * @param schema the JSON Schema itself, for names to suggest
 */
export function mistakes(validate: Validator, schema: object, value: unknown): readonly Mistake[] {
  if (validate(value)) return []
  const errors = validate.errors ?? []
  const wrongType = new Set(errors.filter(isType).map(({ instancePath }) => instancePath))
  return errors
    .filter((error) => isType(error) || !wrongType.has(error.instancePath))
    .map((error) => mistake(error, schema, value))
}

/** What else is said about a value of the wrong type follows from that. */
const isType = ({ keyword }: SchemaError): boolean => keyword === 'type'

/** `options.totp.length: must be at least 4` */
export const mistakeLine = ({ path, message }: Mistake): string =>
  path.length === 0 ? message : `${pathText(path)}: ${message}`

/** `options.totp`, `items[0]`, `["a key"]` */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step)) return `${text}[${JSON.stringify(step)}]`
    return text === '' ? step : `${text}.${step}`
  }, '')

/** What stands at a path; undefined where nothing does. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  )

function mistake(error: SchemaError, schema: object, value: unknown): Mistake {
  const path = pathOf(error.instancePath, value)
  const { keyword } = error
  if (keyword === 'required') {
    const missing = [...path, String(error.params.missingProperty)]
    return { path: missing, atKey: false, keyword, message: 'is missing' }
  }
  if (keyword !== 'additionalProperties') {
    const found = valueAt(value, path)
    return { path, atKey: false, keyword, message: wording(error, schema, found) }
  }
  const key = String(error.params.additionalProperty)
  const known = Object.keys(Object(valueAt(schema, [...schemaOf(error), 'properties'])))
  const meant = nearest(key, known)
  const message = `is not known here${meant === undefined ? '' : `; did you mean ${meant}?`}`
  return { path: [...path, key], atKey: true, keyword, message }
}

/** Wording by keyword. Values appear only where the schema lists what may stand there. */
function wording(error: SchemaError, schema: object, found: unknown): string {
  const { keyword, params } = error
  const { limit } = params
  switch (keyword) {
    case 'type':
      return `must be ${types(params.type)}, not ${typeName(found)}`
    case 'enum':
      return oneOf(params.allowedValues as readonly unknown[], found)
    case 'const':
      return oneOf([params.allowedValue], found)
    case 'minLength':
      return limit === 1 ? 'must not be empty' : `must have at least ${limit} characters`
    case 'maxLength':
      return `must have at most ${limit} characters, has ${[...String(found)].length}`
    case 'minimum':
      return `must be at least ${limit}`
    case 'maximum':
      return `must be at most ${limit}`
    case 'minItems':
    case 'maxItems':
      if (keyword === 'minItems' && limit === 1) return 'must not be empty'
      return `must have at ${keyword === 'minItems' ? 'least' : 'most'} ${limit} items`
    case 'minProperties':
    case 'maxProperties':
      return `must have at ${keyword === 'minProperties' ? 'least' : 'most'} ${limit} keys`
    case 'pattern': {
      const described = valueAt(schema, [...schemaOf(error), 'description'])
      return described === undefined ? `must match ${params.pattern}` : `must be ${described}`
    }
    default:
      return `is not valid (${keyword})`
  }
}

/** The steps to the schema that holds the failing keyword: `#/properties/a/type` → properties, a. */
const schemaOf = ({ schemaPath }: SchemaError): Path =>
  stepsOf(decodeURIComponent(schemaPath)).slice(0, -1)

/** https://www.rfc-editor.org/rfc/rfc6901 */
const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The path of a pointer into `value`: the steps into its arrays are numbers. */
function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = []
  for (const step of stepsOf(pointer)) {
    path.push(Array.isArray(valueAt(value, path)) ? Number(step) : step)
  }
  return path
}

function oneOf(allowed: readonly unknown[], found: unknown): string {
  const names = allowed.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  const meant = typeof found === 'string' ? nearest(found, names) : undefined
  const list = names.length > 1 ? `one of ${names.join(', ')}` : names[0]
  return `must be ${list}${names.length > 1 && meant !== undefined ? `; did you mean ${meant}?` : ''}`
}

const types = (type: unknown): string =>
  [type]
    .flat()
    .map((name) => (name === 'null' ? 'null' : withArticle(String(name))))
    .join(' or ')

const typeName = (value: unknown): string =>
  value === null ? 'null' : withArticle(Array.isArray(value) ? 'array' : typeof value)

const withArticle = (noun: string): string => `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`
