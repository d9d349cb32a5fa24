/**
 * Writes packages/core/src/decide/domains/machines.generated.ts from the grammars of the language module:
 * `node --conditions=@codeword/source scripts/domain-machines.ts`. A test fails where the file and the grammars differ.
 */
import { writeFileSync } from 'node:fs'
import { asciiMachine, pack } from '../packages/core/src/decide/domains/ascii-machine.ts'
import { domainGrammars } from '../packages/core/src/language/domain.ts'
import { headerTag } from '../packages/core/src/language/header-grammar.ts'

const { tag, real, header } = domainGrammars
const packed = Object.entries({ tag, real, header, headerTag: headerTag() }).map(
  ([name, grammar]) => {
    const { states, width, start, columns, next, labels } = pack(asciiMachine(grammar))
    return `  ${name}: {
    states: ${states},
    width: ${width},
    start: ${start},
    columns: '${columns}',
    next: '${next}',
    labels: '${labels}',
  },`
  },
)

writeFileSync(
  new URL('../packages/core/src/decide/domains/machines.generated.ts', import.meta.url),
  `// Made by scripts/domain-machines.ts; do not edit.
import type { PackedMachine } from './ascii-machine.ts'

/** The domains and the tags of a header as automata: building them takes longer than most proofs. */
export const packedMachines: Readonly<Record<'tag' | 'real' | 'header' | 'headerTag', PackedMachine>> = {
${packed.join('\n')}
}
`,
)
