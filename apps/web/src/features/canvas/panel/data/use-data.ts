import type { DataDescription } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { describeError } from '../../../../lib/error-sentences.ts';
import { useSettings } from '../settings/settings-context.ts';
import { dataQuery } from '../../../../lib/data-query.ts';

interface KnownData {
  readonly data: DataDescription;
  /** Why there is nothing to suggest; undefined where there is. */
  readonly note: string | undefined;
}

const nothing: DataDescription = { sampled: null, attributes: [], events: [] };

/** What the project's customers have and do, to suggest where a name is typed. Without it everything can be typed. */
export const useData = (): KnownData => {
  const { projectId } = useSettings();
  const { data, error, isPending } = useQuery(dataQuery(projectId));
  if (data) return { data, note: undefined };
  return { data: nothing, note: isPending ? 'Loading suggestions…' : describeError(error) };
};
