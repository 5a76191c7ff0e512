import { describeFrequencyRule, type FrequencyRule } from '@curlew/scenario';

/** A policy in words: `At most 1 message in 1 day and at most 3 messages in 7 days`. */
export const describePolicy = ({ rules }: { readonly rules: readonly FrequencyRule[] }): string => {
  const words = rules.map(describeFrequencyRule).join(' and ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
