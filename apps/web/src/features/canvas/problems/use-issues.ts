import { findIssues, type ScenarioIssue } from '@curlew/scenario';
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { DocumentStore } from '../state/document-store.ts';
import { sortIssues } from './sort-issues.ts';

/** Every problem of the document under work, what forbids a start first. They may come a moment after the change: typing and dragging go first. */
export const useIssues = (store: DocumentStore): readonly ScenarioIssue[] => {
  const document = useDeferredValue(useStore(store, ({ draft }) => draft.history.present));
  return useMemo(() => sortIssues(findIssues(document)), [document]);
};
