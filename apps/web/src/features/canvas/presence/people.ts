import type { PresentTab } from '@curlew/contract';

/** Someone who has the scenario open, here or in any of their tabs. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  /** Who is signed in here, in another tab. */
  readonly isSelf: boolean;
  /** Nodes they have open, each once. */
  readonly nodeIds: readonly string[];
}

/** The people behind the tabs, in the order of their first tab. */
export const peopleOf = (tabs: readonly PresentTab[], ownId: string | null): readonly Person[] =>
  [...Map.groupBy(tabs, ({ userId }) => userId)].map(([userId, own]) => ({
    userId,
    name: own[0]?.name ?? '',
    isSelf: userId === ownId,
    nodeIds: [...new Set(own.flatMap(({ nodeId }) => nodeId ?? []))],
  }));

/** Jana Nováková; yourself in another tab is you. */
export const nameOf = ({ name, isSelf }: Person): string => (isSelf ? 'You, in another tab' : name);

const tones = 6;

/** Which of the colours of people is theirs: the same in every browser. */
export const toneOf = (userId: string): number =>
  Array.from(userId, (letter) => letter.codePointAt(0) ?? 0).reduce(
    (sum, code) => (sum * 31 + code) % 9_973,
    7,
  ) % tones;
