/** A text that Vitest records and compares as it is, without quotes. */
export class RecordedText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What has Vitest do so. */
export const recordedSerializer = {
  test: (value: unknown): boolean => value instanceof RecordedText,
  serialize: ({ text }: RecordedText): string => text,
}
