type ParameterType = 'text' | 'text[]' | 'uuid' | 'float8' | 'int' | 'date' | 'timestamptz';

/** The values of one statement: whatever comes from outside goes in here and never into its SQL. */
export interface Parameters {
  readonly values: readonly unknown[];
  /** Adds a value, or finds it again; gives back what stands for it in SQL. */
  add(value: string | number | readonly string[], type: ParameterType): string;
}

export const createParameters = (): Parameters => {
  const values: unknown[] = [];
  const places = new Map<string, string>();
  return {
    values,
    add: (value, type) => {
      const key = `${type} ${JSON.stringify(value)}`;
      const place = places.get(key) ?? `$${values.push(value)}::${type}`;
      places.set(key, place);
      return place;
    },
  };
};
