/** The texts of an entry's fields, with what their schema says of them. */
import { z } from 'astro/zod'
import { refersTo } from '../../schemas/reference.ts'
import { holdsOf } from '../../schemas/text.ts'
import { KINDS } from '../kinds.ts'
import type { Entry } from '../manuscript.ts'
import type { ValuePath } from '../source.ts'

export interface Field {
  text: string
  path: ValuePath
  /** Undefined where it is a name, a date, an address. */
  holds: 'plain' | 'inline' | undefined
  /** The kind whose id it is, `*` for a reference that names its kind. */
  refersTo: string | undefined
}

/** Every text of an entry, in the order of its schema. */
export const fieldsOf = ({ kind, data }: Pick<Entry, 'kind' | 'data'>): Field[] => [
  ...textsOf(KINDS[kind].schema, data, []),
]

/** Schema and value are walked side by side; the value has passed the schema. */
function* textsOf(schema: z.ZodType, value: unknown, path: ValuePath): Generator<Field> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    yield* textsOf(schema.unwrap() as z.ZodType, value, path)
  } else if (typeof value === 'string') {
    yield { text: value, path, holds: holdsOf(schema), refersTo: refersTo(schema) }
  } else if (schema instanceof z.ZodArray && Array.isArray(value)) {
    for (const [at, one] of value.entries()) yield* textsOf(schema.element as z.ZodType, one, [...path, at])
  } else if (schema instanceof z.ZodUnion) {
    const option = (schema.options as z.ZodType[]).find((one) => one.safeParse(value).success)
    if (option) yield* textsOf(option, value, path)
  } else if (schema instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    const values: Readonly<Record<string, unknown>> = { ...value }
    const shape: Readonly<Record<string, z.ZodType>> = schema.shape
    for (const [name, field] of Object.entries(shape)) {
      yield* textsOf(field, values[name], [...path, name])
    }
  }
}
