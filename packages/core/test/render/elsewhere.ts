import { render } from '../../src/render/compile.ts'

/** Prints what the templates in its arguments render, for a process with another zone and language. */
const texts = process.argv.slice(2).map((source) => {
  const result = render(source, {})
  return result.ok ? result.rendered.text : result.failure.message
})
const example = [new Date(0).getHours(), new Date(0).toLocaleDateString()]
process.stdout.write(JSON.stringify({ texts, example }))
