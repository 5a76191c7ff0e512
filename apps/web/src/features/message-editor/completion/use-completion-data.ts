import type { Customer } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { dataQuery } from '../../../lib/data-query.ts';
import type { MessageProps } from '../message-props.ts';
import { type CompletionData, createCompletionData } from './completion-data.ts';

interface CompletionInput extends Pick<MessageProps, 'projectId' | 'way'> {
  /** The previewed one; null while there is none. */
  readonly customer: Customer | null;
}

/** What templates of the project can name. Typing is possible without it. */
export const useCompletionData = ({ projectId, way, customer }: CompletionInput): CompletionData => {
  const { data } = useQuery(dataQuery(projectId));
  return useMemo(() => createCompletionData({ data, customer, way }), [data, customer, way]);
};
