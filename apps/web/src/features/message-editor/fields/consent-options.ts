import type { Project } from '@curlew/contract';
import type { SelectOption } from '../../../ui/select.tsx';

/** Stands for no category of its own; the others are UUIDs. */
export const everyone = 'everyone';

/** The consent categories to choose from: everyone, then those of the project; a deleted one that is still chosen stays visible. */
export const consentOptions = (
  categories: Project['consentCategories'],
  chosen: string | null,
): SelectOption<string>[] => {
  // Of a general category there is nothing to choose: it is what everyone is in.
  const own = categories
    .filter(({ id, kind }) => kind !== 'general' || id === chosen)
    .map(({ id, name }) => ({ value: id, label: name }));
  const isUnknown = chosen !== null && !own.some(({ value }) => value === chosen);
  return [
    { value: everyone, label: 'General (everyone)' },
    ...own,
    ...(isUnknown ? [{ value: chosen, label: 'A deleted category', isDisabled: true }] : []),
  ];
};
