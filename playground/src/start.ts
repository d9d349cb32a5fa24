import { domainNames, profiles } from '@codeword/core'
import type { EditorPort } from './editor/editor-port.ts'
import { type Insight, insightInto } from './insight.ts'
import { outcomesPanel } from './panels/outcomes.ts'
import type { Actions, Panel } from './panels/panel.ts'
import { problemsPanel } from './panels/problems.ts'
import { propertiesPanel } from './panels/properties.ts'
import { requestPanel } from './panels/request.ts'
import { settingsBar } from './settings-bar.ts'
import { shareButton } from './share/share-button.ts'
import type { Workspace } from './workspace.ts'

/** The parts of the page that stand before the engine is there. */
export interface Shell {
  readonly editor: EditorPort
  readonly status: HTMLElement
  readonly results: HTMLElement
  readonly header: HTMLElement
}

/** Brings the page to life: every change of the workspace is shown in all panels at once. */
export function start(initial: Workspace, { editor, status, results, header }: Shell): void {
  let workspace = initial
  let newest = 0
  const actions: Actions = { change, reveal: editor.reveal }
  const outcomes = outcomesPanel(actions)
  const panels: readonly Panel[] = [
    propertiesPanel(outcomes.show),
    outcomes,
    problemsPanel(actions),
    requestPanel(actions),
  ]
  header.append(shareButton(() => workspace))
  header.append(settingsBar(workspace, [...profiles.values()], domainNames, change))
  results.append(...panels.map(({ element }) => element))
  editor.onChange((template) => change({ template }))
  change({})

  function change(part: Partial<Workspace>): void {
    workspace = { ...workspace, ...part }
    editor.setText(workspace.template)
    const turn = ++newest
    void insightInto(workspace).then((insight) => {
      if (turn !== newest) return
      for (const panel of panels) panel.update(insight)
      const text = summary(insight)
      if (status.textContent !== text) status.textContent = text
    })
  }
}

function summary({ problems, promises }: Insight): string {
  const broken = promises.filter(({ tone }) => tone === 'broken').length
  const proved = promises.filter(({ tone }) => tone === 'proved').length
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  return `${count}; ${proved} properties proved, ${broken} broken`
}
