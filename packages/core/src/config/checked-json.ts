import { type Checked, checkedDocument } from '../source/checked-document.ts'
import { parseJson } from '../source/json/json-text.ts'
import type { Mistake, Validator } from '../text/mistakes.ts'

/** Reads a JSON file that people write; see `checkedDocument`. */
export const checkedJson = async (
  text: string,
  validate: Validator,
  schema: object,
  more?: (value: unknown) => readonly Mistake[],
): Promise<Checked> => checkedDocument(text, await parseJson(text), validate, schema, more)
