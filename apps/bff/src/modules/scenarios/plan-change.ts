import { mostTags, type ChangedScenarios, type ScenarioChange } from '@curlew/contract';
import type { ChangeableScenario } from './change-store.ts';

type Refusal = ChangedScenarios['refused'][number]['reason'];

/** What one of several becomes: as it was, refused, or with something new. */
export type PlannedChange =
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | { readonly kind: 'changed'; readonly scenario: ChangeableScenario };

const same: PlannedChange = { kind: 'same' };
const refuse = (reason: Refusal): PlannedChange => ({ kind: 'refused', reason });

const isTag = (tag: string) => {
  const wanted = tag.toLowerCase();
  return (one: string): boolean => one.toLowerCase() === wanted;
};

/** What a change makes of a scenario. */
export const planChange = (scenario: ChangeableScenario, change: ScenarioChange): PlannedChange => {
  const { status, tags, folderId, hasRun } = scenario;
  const become = (changed: Partial<ChangeableScenario>): PlannedChange => ({
    kind: 'changed',
    scenario: { ...scenario, ...changed },
  });
  switch (change.kind) {
    case 'archive':
      if (status === 'active' || status === 'finishing') return refuse('running');
      return status === 'archived' ? same : become({ status: 'archived' });
    case 'restore':
      return status === 'archived' ? become({ status: hasRun ? 'inactive' : 'draft' }) : same;
    case 'move':
      return folderId === change.folderId ? same : become({ folderId: change.folderId });
    case 'add_tag':
      if (tags.some(isTag(change.tag))) return same;
      return tags.length >= mostTags ? refuse('too_many_tags') : become({ tags: [...tags, change.tag] });
    case 'remove_tag': {
      const is = isTag(change.tag);
      return tags.some(is) ? become({ tags: tags.filter((tag) => !is(tag)) }) : same;
    }
  }
};
