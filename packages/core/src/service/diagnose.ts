import type { Diagnostic as Found } from '../lint/diagnostic.ts'
import { docsOf } from '../report/report.ts'
import { rangeOf, type ServiceDocument } from './document.ts'
import { type Diagnostic, severities } from './protocol.ts'

/** What is wrong in a document, in source order. */
export const diagnose = (document: ServiceDocument): readonly Diagnostic[] =>
  document.report().diagnostics.map((found) => diagnosticOf(document, found))

export const diagnosticOf = (document: ServiceDocument, found: Found): Diagnostic => ({
  range: rangeOf(document, found),
  severity: severities[found.severity],
  code: found.rule,
  source: 'codeword',
  message: found.message,
  data: {
    docs: docsOf(found.rule),
    ...(found.proved !== undefined && { proved: found.proved }),
  },
})
