/** Puts the measures of a story into its table: `data-metric` names a text, `data-bar` the part of a bar. */
import { actorVerdict, lengthVerdict, PARTS, shareVerdict, spoken, type Metrics } from './metrics.ts'

/** Every text of the table by its name; the server writes the same. */
export function textsOf(metrics: Metrics): Record<string, string> {
  const { words, seconds, parts, said } = metrics
  const time = `${spoken(seconds.least)} to ${spoken(seconds.most)}`
  return {
    length: words === 0 ? 'nothing told yet' : `${words} words, ${time}`,
    words: String(words),
    'words-verdict': lengthVerdict(metrics),
    spoken: time,
    actors: `${said.i} : ${said.we}`,
    'actors-verdict': actorVerdict(metrics),
    ...Object.fromEntries(
      PARTS.flatMap((part) => [
        [part, `${parts[part].share} %`],
        [`${part}-words`, `${parts[part].words} words`],
        [`${part}-verdict`, shareVerdict(part, metrics)],
      ]),
    ),
  }
}

export function showMetrics(root: ParentNode, metrics: Metrics): void {
  const texts = textsOf(metrics)
  for (const place of root.querySelectorAll<HTMLElement>('[data-metric]')) {
    const text = texts[place.dataset['metric'] ?? ''] ?? ''
    if (place.textContent !== text) place.textContent = text
  }
  for (const part of PARTS) {
    root.querySelector(`[data-bar="${part}"]`)?.setAttribute('width', String(metrics.parts[part].share))
  }
}
