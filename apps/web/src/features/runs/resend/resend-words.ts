import { takenAsNotSent, type ResendPreview, type ResendReason } from '@curlew/contract';
import { describeRefusalType } from '@curlew/engine';

export type CountedReason = ResendPreview['reasons'][number];

export const keyOfReason = ({ status, reason }: ResendReason): string => `${status} ${reason}`;

/** A reason as people read it. */
export const describeReason = ({ status, reason }: ResendReason): string => {
  if (status === 'enqueue_failed') return describeRefusalType(reason);
  if (reason === takenAsNotSent) return 'Unknown, and taken as not sent by a person';
  return reason === '' ? 'Failed, and the provider did not say why' : reason;
};

/** What is ticked to begin with: whoever may have got the message after all is a person's decision. */
export const isChosenFirst = ({ reason }: ResendReason): boolean => reason !== takenAsNotSent;

/** Whether a message that did not change fails again for a reason: what it says was at fault. */
export const isOfItsText = ({ status }: ResendReason): boolean => status === 'enqueue_failed';
