import type { TestSend } from '@curlew/contract';
import { Ban, CheckCheck, CircleHelp, CircleX, Clock, type LucideIcon, OctagonX, Send } from 'lucide-react';
import type { Tone } from '../../../../ui/tone.ts';

export type TestStatus = TestSend['messages'][number]['status'];

interface TestLook {
  readonly word: string;
  readonly tone: Tone;
  readonly icon: LucideIcon;
  /** Nothing more is to be heard of it. */
  readonly isFinal: boolean;
}

const looks: { readonly [S in TestStatus]: TestLook } = {
  refused: { word: 'Not sent', tone: 'bad', icon: Ban, isFinal: true },
  cancelled: { word: 'Cancelled', tone: 'bad', icon: Clock, isFinal: true },
  expired: { word: 'Expired', tone: 'bad', icon: Clock, isFinal: true },
  enqueued: { word: 'Enqueued', tone: 'neutral', icon: Clock, isFinal: false },
  sending: { word: 'Sending', tone: 'neutral', icon: Send, isFinal: false },
  sent: { word: 'Sent', tone: 'accent', icon: Send, isFinal: false },
  delivered: { word: 'Delivered', tone: 'good', icon: CheckCheck, isFinal: true },
  failed: { word: 'Failed', tone: 'bad', icon: CircleX, isFinal: true },
  rejected: { word: 'Rejected', tone: 'bad', icon: OctagonX, isFinal: true },
  unknown: { word: 'Unknown', tone: 'warn', icon: CircleHelp, isFinal: true },
};

/** How what became of a test is shown. */
export const lookOfTest = (status: TestStatus): TestLook => looks[status];
