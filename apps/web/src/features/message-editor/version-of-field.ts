/** The place of the language version that a field belongs to; the first when it belongs to none. */
export const versionOfField = (field: string | null): number => {
  const [, place] = /^versions\.(\d+)\./.exec(field ?? '') ?? [];
  return place === undefined ? 0 : Number(place);
};
