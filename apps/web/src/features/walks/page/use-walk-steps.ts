import { type Walk, walkPortion, type WalkSteps } from '@curlew/contract';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { walkStepsQuery } from '../walk-queries.ts';

export interface ShownSteps extends WalkSteps {
  /** How many more `showEarlier` shows. */
  readonly next: number;
  readonly showEarlier: () => void;
  readonly isLoading: boolean;
  /** Why earlier ones did not come; null: they did, or nobody asked. */
  readonly error: unknown;
}

/** So many portions are shown at a time. */
const portionsAtOnce = 2;

/** Which portions reach back to a step: each is named by the step that comes after it. */
export const portionsBackTo = (first: number, before: number): readonly number[] => {
  const count = Math.max(0, Math.ceil((before - first) / walkPortion));
  return Array.from({ length: count }, (_, at) => before - at * walkPortion).toReversed();
};

/** The last steps of a walk, and as many of those before them as were asked for. */
export const useWalkSteps = (projectId: string, walk: Walk): ShownSteps => {
  const before = walk.earlierSteps + 1;
  const [wantedFirst, setWantedFirst] = useState<number | null>(null);
  const portions = useQueries({
    queries: portionsBackTo(wantedFirst ?? before, before).map((one) =>
      walkStepsQuery({ projectId, walkId: walk.id }, one),
    ),
  });
  // Without a gap: what comes after a portion that is not there waits for it.
  const there = portions
    .slice(portions.findLastIndex(({ data }) => !data) + 1)
    .flatMap(({ data }) => data ?? []);
  const shown: readonly WalkSteps[] = [...there, walk];
  const earlierSteps = shown[0]?.earlierSteps ?? 0;
  const failed = portions.filter(({ isError }) => isError);
  return {
    steps: shown.flatMap(({ steps }) => steps),
    messages: shown.flatMap(({ messages }) => messages),
    refusals: shown.flatMap(({ refusals }) => refusals),
    earlierSteps,
    next: Math.min(earlierSteps, portionsAtOnce * walkPortion),
    showEarlier: () => {
      for (const { refetch } of failed) void refetch();
      if (failed.length === 0) setWantedFirst(Math.max(1, earlierSteps + 1 - portionsAtOnce * walkPortion));
    },
    isLoading: portions.some(({ isFetching }) => isFetching),
    error: failed[0]?.error ?? null,
  };
};
