export interface ComboboxOption {
  readonly value: string;
  /** A second line. */
  readonly detail?: string;
  /** Stands at the far end. */
  readonly end?: string;
}

const mostShown = 50;

/** The options that a typed text finds: those that begin with it first. */
export const findOptions = (options: readonly ComboboxOption[], text: string): readonly ComboboxOption[] => {
  const search = text.trim().toLowerCase();
  const placeOf = ({ value }: ComboboxOption): number => value.toLowerCase().indexOf(search);
  const found = options.filter((option) => placeOf(option) >= 0);
  if (search === '') return found.slice(0, mostShown);
  const begins = found.filter((option) => placeOf(option) === 0);
  const holds = found.filter((option) => placeOf(option) > 0);
  return [...begins, ...holds].slice(0, mostShown);
};
