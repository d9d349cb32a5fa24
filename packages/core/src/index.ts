export {
  type Catalogue,
  type CatalogueEntry,
  type CatalogueResult,
  fallbackEntry,
  type PlaceholderStyle,
  type Strategy,
} from './catalogue/catalogue.ts'
export { composedSource } from './catalogue/compose.ts'
export { type Extracted, type ExtractResult, extractCatalogue } from './catalogue/extract.ts'
export { type Composed, type ComposeProblem, provenTemplate } from './catalogue/prove.ts'
export { isCataloguePath, readCatalogue } from './catalogue/read-catalogue.ts'
export { type FolderFile, type FolderResult, readCatalogueFolder } from './catalogue/read-folder.ts'
export { type CatalogueReportName, catalogueReports } from './catalogue/report/index.ts'
export type { CatalogueReport } from './catalogue/report/report.ts'
export { starterCatalogue } from './catalogue/starter-texts.ts'
export { sourceHash, type TextState, textStates } from './catalogue/state.ts'
export { catalogueYaml, stampedYaml } from './catalogue/write-catalogue.ts'
export { commonProfile } from './check/common-profile.ts'
export { type CheckedFile, type FileReport, lintSource, reportOn } from './check/lint-source.ts'
export { type OpenTemplate, openTemplate } from './check/open-template.ts'
export { type CheckOptions, mergedOptions, optionsFor } from './check/options.ts'
export type { Config, ConfigLayer, ConfigResult } from './config/config.ts'
export { readConfig } from './config/read-config.ts'
export { readTenant } from './config/read-tenant.ts'
export type { TenantResult } from './config/tenant.ts'
export { type VisitCounter, visitCounter } from './coverage/counter.ts'
export {
  type BranchCoverage,
  type CoveragePlace,
  type CoverageRange,
  type FileCoverage,
  fileCoverage,
} from './coverage/file-coverage.ts'
export type {
  Analysis,
  Block,
  Breach,
  Conflict,
  DeadArm,
  Failure,
  LanguageCause,
  Outcome,
  Property,
  PropertyName,
  Question,
  Witness,
} from './decide/analysis.ts'
export { compareTemplates } from './decide/compare/compare.ts'
export type { Change, Difference } from './decide/compare/difference.ts'
export { isBlank } from './decide/message.ts'
export {
  type OutcomeClassifier,
  outcomeClassifier,
  unlisted,
} from './decide/outcome-classifier.ts'
export { renderValue } from './decide/render-value.ts'
export {
  type Choice,
  type Held,
  type Naming,
  type Step,
  stepsFor,
  type TriedArm,
} from './decide/steps.ts'
export { type Affected, affectedBy } from './fix/affected.ts'
export { type AppliedFix, type Fixed, fixSource, type HeldBack } from './fix/fix-source.ts'
export type {
  CaseResult,
  CaseRun,
  Expectation,
  ExpectationFailure,
  Fixture,
  FixtureCase,
  FixtureResult,
  FixtureSource,
} from './fixture/fixture.ts'
export type { MessageFault } from './fixture/message-fault.ts'
export type { Prepared } from './fixture/prepared.ts'
export { isFixturePath, readFixture } from './fixture/read-fixture.ts'
export { readSnapshot, type SnapshotResult } from './fixture/read-snapshot.ts'
export { fixtureCode } from './fixture/rendering.ts'
export { runCase } from './fixture/run-case.ts'
export { scaffoldFixture } from './fixture/scaffold.ts'
export { type SnapshotEntry, snapshotEntry, writeSnapshot } from './fixture/snapshot.ts'
export { optionsOf, type PreparedResult, prepareFixture } from './fixture/subject.ts'
export { type Formatted, formatSource } from './format/format-source.ts'
export { deviceValues } from './language/devices.ts'
export { type DomainName, domainNames, narrowestDomain } from './language/domain.ts'
export { type LineValue, type NoValue, readLogLine } from './language/log-line.ts'
export { readLanguage } from './language/read-language.ts'
export { type RealValue, realValues } from './language/real-values.ts'
export { type RequestLanguage, requestLanguage } from './language/request.ts'
export { type Suggestion, suggestTag } from './language/suggest.ts'
export { canonicalTag, direction, isKnownLanguage, languageName } from './language/tag.ts'
export { customer } from './lint/customer.ts'
export type { Diagnostic, Finding, Fix, Severity, Statement } from './lint/diagnostic.ts'
export type {
  Connection,
  ConnectionMistake,
  ConnectionRule,
  Rule,
  RuleFacts,
  RuleGroup,
  SuppressedRule,
  Suppression,
  SuppressionRule,
  Surroundings,
  TemplateContext,
  TemplateRule,
} from './lint/rule.ts'
export type { Severities } from './lint/severity.ts'
export type { RequestLanguageFacts, SyntaxFacts, TenantFacts } from './lint/tenant-facts.ts'
export { addCases } from './mutate/add-cases.ts'
export type { KillingCase } from './mutate/killing-case.ts'
export type { Mutant, OperatorName } from './mutate/mutant.ts'
export { mutateFixture } from './mutate/mutate-fixture.ts'
export {
  countsOf,
  type Mutation,
  mutateTemplate,
  scoreOf,
  type TestedMutant,
} from './mutate/mutate-template.ts'
export { type NewCase, newCases, soundCases } from './mutate/new-cases.ts'
export { type MutationFormatName, mutationFormats } from './mutate/report/index.ts'
export type { MutatedFixture, MutationFormat } from './mutate/report/mutated-fixture.ts'
export { percent } from './mutate/report/summary.ts'
export type { MutationCase } from './mutate/samples.ts'
export type { Verdict } from './mutate/verdict.ts'
export { variableMistakes } from './profile/examples.ts'
export type { Documented, Profile, Signs, VariableSchema } from './profile/profile.ts'
export { profileNamed, profiles } from './profile/registry.ts'
export {
  type Compiled,
  compile,
  type Placeholders,
  type Refusal,
  render,
  type Variables,
} from './render/compile.ts'
export { engine } from './render/engine.ts'
export type { Part, Rendered, RenderFailure, Visits } from './render/rendered.ts'
export type { Comparison, DiffFormat } from './report/difference/comparison.ts'
export { type DiffFormatName, diffFormats } from './report/difference/index.ts'
export { type Blame, blameFor } from './report/explain/blame.ts'
export type { ExplainFormat, Explanation, Requests } from './report/explain/explanation.ts'
export { type ExplainFormatName, explainFormats } from './report/explain/index.ts'
export { type Promised, promises } from './report/explain/promises.ts'
export { type FormatName, formats, loadStepSummary } from './report/index.ts'
export { overview, overviewJson } from './report/overview.ts'
export { type Paint, plain, type Style } from './report/paint.ts'
export { renderedJson } from './report/rendered.ts'
export { docsOf, type Format, type Look, type ReportWriter } from './report/report.ts'
export type { StepSummary, StepSummaryWriter } from './report/step-summary.ts'
export { rules } from './rules/index.ts'
export { type CharacterAt, type Ucs2Character, ucs2Characters } from './sms/characters.ts'
export { segmentsIfClustersKept } from './sms/clusters.ts'
export { type Encoding, type Segment, type Segmentation, segment } from './sms/segment.ts'
export { smartEncode } from './sms/smart-encoding.ts'
export type { PlacedMistake, PlacedMistakes } from './source/checked-document.ts'
export { openSource } from './source/open-source.ts'
export { isKeyword, type Redacted, secretIn, withoutSecrets } from './source/secrets.ts'
export type { EmbeddedTemplate, HostedText, SourceFile } from './source/source-file.ts'
export { type Applied, applySuppressions, type FoundKind } from './suppressions/apply.ts'
export { readSuppressions } from './suppressions/read-suppressions.ts'
export type {
  SuppressionEntry,
  Suppressions,
  SuppressionsResult,
} from './suppressions/suppressions.ts'
export {
  allSuppressed,
  type FoundIn,
  prunedSuppressions,
  unusedSuppressions,
} from './suppressions/update.ts'
export { leaves } from './syntax/leaves.ts'
export { parse } from './syntax/parse.ts'
export type * as tree from './syntax/tree.ts'
export type { Template } from './syntax/tree.ts'
export { walk } from './syntax/walk.ts'
export { applyEdits } from './text/apply-edits.ts'
export { wrap } from './text/columns.ts'
export { Lines } from './text/lines.ts'
export type { Mistake, Path } from './text/mistakes.ts'
export { nearest } from './text/nearest.ts'
export type { Edit, Position, Span } from './text/span.ts'
export { visible } from './text/visible.ts'
