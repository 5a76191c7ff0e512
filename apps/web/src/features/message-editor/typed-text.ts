interface TypedTextInput {
  /** The text that is typed and not given on yet; null once it is. */
  readonly onPending: (text: string | null) => void;
  readonly onGive: (text: string) => void;
  /** Calls once after so long; gives back how to call it off. */
  readonly setTimer: (work: () => void, ms: number) => () => void;
}

export interface TypedText {
  readonly type: (text: string) => void;
  /** The text has become another one: where that is not what was given on, what is typed goes over it. */
  readonly meet: (text: string) => void;
  /** Gives on at once what waits. */
  readonly flush: () => void;
}

// Given on as soon as the keys pause, and while they do not so often that nobody waits for it.
const pauseMs = 100;
const mostKeysHeld = 8;

/** Holds back what is typed until the keys pause: a whole drawing hears of it then, and no key waits for that. */
export const createTypedText = ({ onPending, onGive, setTimer }: TypedTextInput): TypedText => {
  let waiting: string | null = null;
  let last: string | null = null;
  let held = 0;
  let callOff = (): void => undefined;

  const flush = (): void => {
    callOff();
    if (waiting === null) return;
    const text = waiting;
    waiting = null;
    last = text;
    held = 0;
    onGive(text);
    onPending(null);
  };
  return {
    type: (text) => {
      waiting = text;
      held += 1;
      callOff();
      callOff = setTimer(flush, held >= mostKeysHeld ? 0 : pauseMs);
      onPending(text);
    },
    meet: (text) => {
      if (text !== last) flush();
    },
    flush,
  };
};
