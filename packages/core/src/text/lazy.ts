/** Makes a value at the first call and gives the same one ever after. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Asks `make` once for each text, or once in a while where there are very many.
 * @param most texts are remembered, so that a process that runs for days does not grow
 */
export function remembered<T>(
  make: (text: string) => T,
  most: number = 1_000,
): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (text) => {
    let made = known.get(text)
    if (made === undefined) {
      made = { value: make(text) }
      if (known.size === most) known.clear()
      known.set(text, made)
    }
    return made.value
  }
}
