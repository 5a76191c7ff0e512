import type { Project } from '@curlew/contract';
import type { MessageDefaults } from '@curlew/scenario';
import type { SelectOption } from '../../../ui/select.tsx';

interface PolicyQuestion {
  readonly defaults: MessageDefaults;
  /** An id, `project` or `none`. */
  readonly chosen: string;
}

/** The frequency policies to choose from; a deleted one that is still chosen stays visible. */
export const policyOptions = (
  policies: Project['frequencyPolicies'],
  { defaults, chosen }: PolicyQuestion,
): SelectOption<string>[] => {
  const nameOf = (id: string | null): string => policies.find((policy) => policy.id === id)?.name ?? 'none';
  const own = policies.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = chosen === 'project' || chosen === 'none' || own.some(({ value }) => value === chosen);
  return [
    { value: 'project', label: `Project default: ${nameOf(defaults.frequencyPolicyId)}` },
    ...own,
    { value: 'none', label: 'None' },
    ...(isKnown ? [] : [{ value: chosen, label: 'A deleted policy', isDisabled: true }]),
  ];
};
