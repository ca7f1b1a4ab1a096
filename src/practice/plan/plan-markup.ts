/** The plan's markup: which tasks stand in it, and how they are put under other headings. */
import type { Variant } from './current-plan.ts'
import type { Task } from './task.ts'

/** A task with the element that shows it. */
export interface ShownTask extends Task {
  element: HTMLElement
  title: string
  detail: string
}

/** A heading with the tasks under it, by id. */
export interface Group {
  title: string
  tasks: readonly string[]
}

/** Tasks by id, as the server has rendered them. */
export function tasksIn(root: ParentNode): Map<string, ShownTask> {
  const elements = [...root.querySelectorAll<HTMLElement>('[data-task]')]
  return new Map(
    elements.map((element) => {
      const { task: id = '', from, to, worth, needs } = element.dataset
      const words = { title: textOf(element, 'h3'), detail: textOf(element, '[data-part="detail"]') }
      const figures = { from: Number(from), to: Number(to), worth: Number(worth) }
      return [id, { id, ...figures, needs: needs?.split(' ').filter(Boolean) ?? [], ...words, element }]
    }),
  )
}

/** The days of each variant, without the number that a week repeats. */
export function daysIn(root: ParentNode): Record<Variant, Group[]> {
  const days = (variant: Variant) =>
    [...root.querySelectorAll<HTMLElement>(`[data-day="${variant}"]`)].map((section) => ({
      title: textOf(section, 'h2').replace(' of a week', ''),
      tasks: section.dataset['order']?.split(' ') ?? [],
    }))
  return { sprint: days('sprint'), week: days('week') }
}

/** Puts the tasks of each group under its heading; `template` holds a section with both. */
export function arrange(
  place: HTMLElement,
  template: HTMLTemplateElement,
  groups: readonly Group[],
  elementOf: (id: string) => HTMLElement | undefined,
): void {
  const sections = groups.map(({ title, tasks }) => {
    const section = document.importNode(template.content, true)
    const heading = section.querySelector('h2')
    if (heading) heading.textContent = title
    section.querySelector('ol')?.append(...tasks.flatMap((id) => elementOf(id) ?? []))
    return section
  })
  place.replaceChildren(...sections)
}

const textOf = (root: ParentNode, selector: string) =>
  root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? ''

/** A part of an element's markup by its name; the server has rendered it. */
export function partOf(root: HTMLElement, name: string): HTMLElement {
  const part = root.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (part === null) throw new Error(`<${root.localName}> lacks its part "${name}"`)
  return part
}

/** Sets a text only if it changes: a live region repeats whatever is set. */
export function say(part: HTMLElement, text: string): void {
  if (part.textContent !== text) part.textContent = text
}
