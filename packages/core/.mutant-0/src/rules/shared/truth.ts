import type { Binary, Expression, Filter, Filtered } from '../../syntax/tree.ts'

/**
 * Filters whose result LiquidJS counts as true for every input, for `nil` and `false` too: a text, a
 * number or a list. (Only `nil` and `false` are false: https://liquidjs.com/tutorials/truthy-and-falsy.html)
 */
const alwaysTrue: ReadonlySet<string> = new Set([
  ...['abs', 'at_least', 'at_most', 'ceil', 'divided_by', 'floor', 'minus', 'modulo', 'plus'],
  ...['round', 'times', 'size', 'append', 'prepend', 'capitalize', 'downcase', 'upcase'],
  ...['strip', 'lstrip', 'rstrip', 'strip_newlines', 'strip_html', 'newline_to_br', 'split'],
  ...['replace', 'replace_first', 'remove', 'remove_first', 'truncatewords', 'escape'],
  ...['escape_once', 'url_encode', 'url_decode', 'slice', 'map', 'join', 'reverse'],
  ...['sort', 'sort_natural'],
])

/** What an expression is for every customer; undefined where that depends on a variable. */
type Constant = { readonly value: unknown } | undefined

/**
 * Whether a test is true for every customer or for none, as LiquidJS 10.30 evaluates it.
 * @returns undefined where it depends on a variable.
 */
export function truthOf({ expression, filters }: Filtered): boolean | undefined {
  const last = filters.at(-1)
  if (last === undefined) return truthOfExpression(expression)
  return isAlwaysTrue(last) ? true : undefined
}

const isAlwaysTrue = ({ name, args }: Filter): boolean =>
  alwaysTrue.has(name) ||
  (name === 'default' && args.length === 1 && truthOfExpression(args[0]!.value) === true)

/** `truthOf` for an expression without filters. */
export function truthOfExpression(expression: Expression): boolean | undefined {
  switch (expression.type) {
    case 'range':
      return true
    case 'not': {
      const operand = truthOfExpression(expression.operand)
      return operand === undefined ? undefined : !operand
    }
    case 'binary':
      return truthOfBinary(expression)
    case 'variable':
      return undefined
    default: {
      if (isEmptyOrBlank(expression)) return true
      const known = constantOf(expression)
      return known && known.value !== false && known.value !== null && known.value !== undefined
    }
  }
}

function truthOfBinary(expression: Binary): boolean | undefined {
  const { operator, left, right } = expression
  if (operator !== 'and' && operator !== 'or') return compare(expression)
  const sides = [truthOfExpression(left), truthOfExpression(right)]
  const decisive = operator === 'or'
  if (sides.includes(decisive)) return decisive
  return sides.includes(undefined) ? undefined : !decisive
}

/** A comparison with an operand that is not there holds for no value that is a text or null. */
function compare({ operator, left, right }: Binary): boolean | undefined {
  if (left.type === 'missing' || right.type === 'missing') return operator === '!='
  const [a, b] = [constantOf(left), constantOf(right)]
  if (!a || !b) return undefined
  if (operator === '==' || operator === '!=') return (a.value === b.value) === (operator === '==')
  if (operator === 'contains')
    return typeof a.value === 'string' ? a.value.includes(String(b.value)) : undefined
  return undefined
}

function constantOf(expression: Expression): Constant {
  if (expression.type === 'missing') return { value: undefined }
  if (expression.type !== 'literal' || isEmptyOrBlank(expression)) return undefined
  return { value: expression.value }
}

/** These compare in ways of their own; alone they count as true. */
const isEmptyOrBlank = (expression: Expression): boolean =>
  expression.type === 'literal' &&
  (expression.keyword === 'empty' || expression.keyword === 'blank')
