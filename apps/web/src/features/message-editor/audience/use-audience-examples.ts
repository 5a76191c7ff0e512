import type { AudienceResult } from '@curlew/contract';
import type { CountedMessage } from './audience-query.ts';
import { useAudienceRange } from './use-audience-range.ts';

/** Customers worth looking at, as the audience was last counted; null before. */
export const useAudienceExamples = (message: CountedMessage): AudienceResult['examples'] | null =>
  useAudienceRange(message).range?.result?.examples ?? null;
