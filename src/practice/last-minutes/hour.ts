/** The hour of the interview in few words. */
import type { Interview } from '../interview/interview.ts'

/** `Wed 25 Nov, 14:30`, as the clocks of the place show it. */
export function clockOf({ start, zone }: Interview): string {
  const text = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(start)
  const part = (type: Intl.DateTimeFormatPartTypes) => text.find((one) => one.type === type)?.value ?? ''
  return `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')} (${zone})`
}
