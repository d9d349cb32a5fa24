/** The items whose key no item before them has. */
export function firstOfEach<T>(items: Iterable<T>, key: (item: T) => unknown): readonly T[] {
  const seen = new Map<unknown, T>()
  for (const item of items) {
    const own = key(item)
    if (!seen.has(own)) seen.set(own, item)
  }
  return [...seen.values()]
}
