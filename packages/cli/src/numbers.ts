import { Failure } from './failure.ts'

/** @throws Failure for what is no whole number, or outside of the range */
export function whole(option: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d{1,9}$/.test(text) && number >= least && number <= most) return number
  throw new Failure(`${option}: '${text}' is no number from ${least} to ${most}`)
}

/** @throws Failure for what is no number */
export function amount(option: string, text: string): number {
  if (/^\d{1,4}(?:\.\d+)?$/.test(text)) return Number(text)
  throw new Failure(`${option}: '${text}' is no number`)
}
