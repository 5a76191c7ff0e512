import type { Project } from '@curlew/contract';
import type { SelectOption } from '../../../ui/select.tsx';

/** Stands for no category of its own; the others are UUIDs. */
export const everyone = 'everyone';

/** The consent categories to choose from: none, then those of the project; a deleted one that is still chosen stays visible. */
export const consentOptions = (
  categories: Project['consentCategories'],
  chosen: string | null,
): SelectOption<string>[] => {
  const isUnknown = chosen !== null && !categories.some(({ id }) => id === chosen);
  return [
    { value: everyone, label: 'None chosen (everyone)' },
    ...categories.map(({ id, name, kind }) => ({
      value: id,
      label: kind === 'general' ? `${name} (everyone)` : name,
    })),
    ...(isUnknown ? [{ value: chosen, label: 'A deleted category', isDisabled: true }] : []),
  ];
};
