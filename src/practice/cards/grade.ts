/** How well an answer came, as the one who gave it says. */

/** From worst to best; the keys 1 to 4 stand for them in this order. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const

export type Grade = (typeof GRADES)[number]

export const isGrade = (text: unknown): text is Grade => GRADES.some((grade) => grade === text)

/** The grade of a key, undefined for any other key. */
export const gradeOfKey = (key: string): Grade | undefined =>
  /^[1-4]$/.test(key) ? GRADES[Number(key) - 1] : undefined
