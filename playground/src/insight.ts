import { type OpenTemplate, type Promised, profileNamed, promises } from '@codeword/core'
import {
  type CodeAction,
  codeActions,
  type Diagnostic,
  diagnose,
  openDocument,
} from '@codeword/core/service'
import type { Workspace } from './workspace.ts'

/** All that is shown about a workspace, made at every key press. */
export interface Insight {
  readonly workspace: Workspace
  readonly opened: OpenTemplate
  readonly problems: readonly Problem[]
  /** Empty where LiquidJS rejects the template. */
  readonly promises: readonly Promised[]
}

export interface Problem {
  readonly diagnostic: Diagnostic
  readonly fixes: readonly CodeAction[]
}

/** The name of what is edited here; its ending says that all of it is a template. */
const uri = 'template.liquid'

export async function insightInto(workspace: Workspace): Promise<Insight> {
  const { template, settings } = workspace
  const profile = settings.profile === undefined ? undefined : profileNamed(settings.profile)
  const document = await openDocument(uri, template, {
    domain: settings.domain,
    ...(profile && { profile }),
    ...(settings.languages && { languages: settings.languages }),
  })
  const opened = document.opened[0]!
  const analysis = opened.analysis()
  const problems = diagnose(document).map((diagnostic): Problem => {
    const isIts = ({ diagnostics }: CodeAction): boolean =>
      JSON.stringify(diagnostics[0]) === JSON.stringify(diagnostic)
    return { diagnostic, fixes: codeActions(document, diagnostic.range).filter(isIts) }
  })
  return {
    workspace,
    opened,
    problems,
    promises: analysis ? promises({ path: uri, opened, analysis }) : [],
  }
}
