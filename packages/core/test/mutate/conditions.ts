/** Conditions over `x`, `y` and `z`, and all that these may hold. */
const simple = [
  'x',
  'not y',
  "x == 'a'",
  "'a' != z",
  "x contains 'a'",
  'x < y',
  'x >= z',
  'y == nil',
]

export const conditions: readonly string[] = simple.flatMap((a, i) => [
  a,
  ...simple.flatMap((b, j) => [
    `${a} and ${b}`,
    `${a} or ${simple[(i + j) % simple.length]} and ${b}`,
    `${a} and ${simple[(i + 2 * j) % simple.length]} or ${b}`,
  ]),
])

const values = ['a', 'ba', '', 1, null, true, false, undefined]

export const contexts: readonly Readonly<Record<string, unknown>>[] = values.flatMap((x) =>
  values.flatMap((y) => values.map((z) => ({ x, y, z }))),
)
