import type { Project } from '@curlew/contract';
import type { SelectOption } from '../../../../ui/select.tsx';

/** The consent categories of the project; a deleted one that is still chosen stays in sight. */
export const categoryOptions = (
  categories: Project['consentCategories'],
  chosen: string | null,
): SelectOption<string>[] => {
  const options = categories.map(({ id, name }) => ({ value: id, label: name }));
  if (chosen === null || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: 'A deleted category', isDisabled: true }];
};
