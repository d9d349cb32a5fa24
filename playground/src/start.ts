import { domainNames, profiles } from '@codeword/core'
import { hasFailed } from './cases/run-cases.ts'
import type { EditorPort } from './editor/editor-port.ts'
import { type Insight, insightInto } from './insight.ts'
import { casesPanel } from './panels/cases.ts'
import { cataloguePanel } from './panels/catalogue.ts'
import { comparePanel } from './panels/compare.ts'
import { connectionPanel } from './panels/connection.ts'
import { outcomesPanel } from './panels/outcomes.ts'
import type { Actions, Panel } from './panels/panel.ts'
import { problemsPanel } from './panels/problems.ts'
import { propertiesPanel } from './panels/properties.ts'
import { requestPanel } from './panels/request.ts'
import { segmentsPanel } from './panels/segments.ts'
import { type Tab, tabs } from './panels/tabs.ts'
import { fileBar } from './preview/file-bar.ts'
import type { LocalFiles } from './preview/local-files.ts'
import { settingsBar } from './settings-bar.ts'
import { shareButton } from './share/share-button.ts'
import type { Workspace } from './workspace.ts'

/** The parts of the page that stand before the engine is there. */
export interface Shell {
  readonly editor: EditorPort
  readonly status: HTMLElement
  readonly results: HTMLElement
  /** Where the panels go that share a place. */
  readonly tools: HTMLElement
  readonly header: HTMLElement
}

/** Brings the page to life: every change of the workspace is shown in all panels at once. */
export function start(
  initial: Workspace,
  { editor, status, results, tools, header }: Shell,
  files: LocalFiles | undefined,
): void {
  let workspace = initial
  let newest = 0
  const actions: Actions = { change, reveal: editor.reveal }
  const outcomes = outcomesPanel(actions)
  const all: readonly Tab[] = [
    {
      title: 'Problems',
      panel: problemsPanel(actions),
      count: ({ problems }) => String(problems.length),
    },
    { title: 'Request', panel: requestPanel(actions) },
    { title: 'Cases', panel: casesPanel(actions), count: failedCases },
    { title: 'Compare', panel: comparePanel(actions) },
    { title: 'Segments', panel: segmentsPanel(actions) },
    { title: 'Catalogue', panel: cataloguePanel(actions) },
    { title: 'Connection', panel: connectionPanel(actions) },
  ]
  const shared = tabs('Tools', all, initial.connection ? all.length - 1 : 0)
  const properties = propertiesPanel(outcomes.show)
  header.append(files ? fileBar(files, () => workspace, change) : shareButton(() => workspace))
  const settings = settingsBar([...profiles.values()], domainNames, actions)
  header.append(settings.element)
  results.append(properties.element, outcomes.element)
  tools.append(shared.element)
  const panels: readonly Panel[] = [settings, properties, outcomes, shared]
  editor.onChange((template) => change({ template }))
  change({})

  function change(part: Partial<Workspace>): void {
    workspace = { ...workspace, ...part }
    editor.setText(workspace.template)
    void update(++newest)
  }

  /** An editor may tell of many changes at once: only the last of them is looked into. */
  async function update(turn: number): Promise<void> {
    await undefined
    if (turn !== newest) return
    const insight = await insightInto(workspace)
    if (turn !== newest) return
    editor.show(insight)
    for (const panel of panels) panel.update(insight)
    const text = summary(insight)
    if (status.textContent !== text) status.textContent = text
  }
}

function summary({ problems, promises }: Insight): string {
  const broken = promises.filter(({ tone }) => tone === 'broken').length
  const proved = promises.filter(({ tone }) => tone === 'proved').length
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  return `${count}; ${proved} properties proved, ${broken} broken`
}

function failedCases({ cases }: Insight): string {
  if (cases === undefined) return ''
  if (!cases.ok) return 'unreadable'
  const failed = cases.runs.filter(hasFailed).length
  return failed > 0 ? `${failed} failed` : `${cases.runs.length} passed`
}
