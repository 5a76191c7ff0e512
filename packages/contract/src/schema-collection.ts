import { z } from 'zod';
import { namedSchemas } from './named-schemas.ts';

/** Plain JSON. */
export type Json = { [key: string]: unknown };

/** Whether a shape is what a caller writes (defaults may be left out) or what the server answers. */
export type Side = 'request' | 'reply';

/** Turns schemas into JSON Schema and collects the named ones among them. */
export interface SchemaCollection {
  readonly describe: (schema: z.ZodType, side: Side) => Json;
  /** What `#/components/schemas/` must hold for the references in all that was described. */
  readonly components: Readonly<Record<string, Json>>;
}

// A name stands for one shape: what a caller writes is another than what is answered, so it gets a name of its own.
const nameRegistry = (suffix: string): z.core.$ZodRegistry<{ id: string }> => {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(namedSchemas)) registry.add(schema, { id: `${name}${suffix}` });
  return registry;
};

type Override = NonNullable<z.core.ToJSONSchemaParams['override']>;

// What the format or type says already is not spelled out again.
const shorten: Override = ({ jsonSchema }) => {
  if (jsonSchema.format === 'uuid' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// In the document that JSON Schema was made for, references begin at its root; here it is a part of a bigger one. A shape
// that contains itself and has no name is numbered anew in each, so that two could get one number.
const moveReference = (pointer: string): string => {
  const name = /^#\/\$defs\/(?!__)(.+)$/.exec(pointer)?.[1];
  if (name === undefined) throw new Error(`a shape that contains itself needs a name, ${pointer} is none`);
  return `#/components/schemas/${name}`;
};

const moveIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(moveIn);
  return isJson(value) ? moveReferences(value) : value;
};

const moveReferences = (schema: Json): Json =>
  Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === '$ref' && typeof value === 'string' ? [key, moveReference(value)] : [key, moveIn(value)],
    ),
  );

/** An empty collection. */
export const createSchemaCollection = (): SchemaCollection => {
  const registries = { request: nameRegistry('Input'), reply: nameRegistry('') };
  const components: Record<string, Json> = {};
  return {
    components,
    describe: (schema, side) => {
      const {
        $schema: _,
        $defs,
        ...own
      } = z.toJSONSchema(schema, {
        io: side === 'request' ? 'input' : 'output',
        metadata: registries[side],
        override: shorten,
        unrepresentable: 'any',
      });
      for (const [name, part] of Object.entries($defs ?? {})) components[name] = moveReferences(part);
      return moveReferences(own);
    },
  };
};
