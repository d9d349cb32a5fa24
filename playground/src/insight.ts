import {
  type CheckOptions,
  type OpenTemplate,
  type Promised,
  profileNamed,
  promises,
} from '@codeword/core'
import {
  type CodeAction,
  codeActions,
  type Diagnostic,
  diagnose,
  openDocument,
  type ServiceDocument,
} from '@codeword/core/service'
import { type CaseRuns, runCases } from './cases/run-cases.ts'
import type { Settings, Workspace } from './workspace.ts'

/** All that is shown about a workspace, made at every key press. */
export interface Insight {
  readonly workspace: Workspace
  readonly document: ServiceDocument
  readonly opened: OpenTemplate
  readonly problems: readonly Problem[]
  /** Empty where LiquidJS rejects the template. */
  readonly promises: readonly Promised[]
  /** Absent where there is no fixture. */
  readonly cases?: CaseRuns
}

export interface Problem {
  readonly diagnostic: Diagnostic
  readonly fixes: readonly CodeAction[]
}

/** The name of what is edited here; its ending says that all of it is a template. */
export const uri = 'template.liquid'

/** The settings as every check takes them. */
export function optionsOf(settings: Settings): CheckOptions {
  const { profile, domain, languages, fallback, segments } = settings
  const named = profile === undefined ? undefined : profileNamed(profile)
  return {
    domain,
    ...(named && { profile: named }),
    ...(languages && { languages }),
    ...(fallback !== undefined && { fallback }),
    ...(segments !== undefined && { segmentLimit: segments }),
  }
}

export async function insightInto(workspace: Workspace): Promise<Insight> {
  const { template, settings, fixture } = workspace
  const document = await openDocument(uri, template, optionsOf(settings))
  const opened = document.opened[0]!
  const analysis = opened.analysis()
  const problems = diagnose(document).map((diagnostic): Problem => {
    const isIts = ({ diagnostics }: CodeAction): boolean =>
      JSON.stringify(diagnostics[0]) === JSON.stringify(diagnostic)
    return { diagnostic, fixes: codeActions(document, diagnostic.range).filter(isIts) }
  })
  const cases =
    fixture === undefined || fixture === '' ? undefined : await runCases(fixture, document.source)
  return {
    workspace,
    document,
    opened,
    problems,
    promises: analysis ? promises({ path: uri, opened, analysis }) : [],
    ...(cases && { cases }),
  }
}
