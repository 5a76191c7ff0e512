import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openEventStream, reconnectDelayMs } from './event-stream.ts';

// The browser's EventSource, as far as a stream uses it.
class FakeEventSource extends EventTarget {
  static opened: FakeEventSource[] = [];
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.opened.push(this);
  }

  close(): void {
    this.isClosed = true;
  }

  say(event: string, data: string): void {
    this.dispatchEvent(new MessageEvent(event, { data }));
  }
}

const open = () => {
  const onEvent = vi.fn<(data: { readonly sent: number }) => void>();
  const onStatus = vi.fn<(status: string) => void>();
  const schema = z.object({ sent: z.number() });
  const close = openEventStream({ url: '/live', event: 'run', schema, onEvent, onStatus });
  return { onEvent, onStatus, close };
};

const latest = (): FakeEventSource => {
  const source = FakeEventSource.opened.at(-1);
  if (!source) throw new Error('No stream was opened.');
  return source;
};

beforeEach(() => {
  FakeEventSource.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeEventSource);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('gives each event of its name, parsed', () => {
  const { onEvent, onStatus } = open();
  latest().dispatchEvent(new Event('open'));
  latest().say('run', '{"sent":3,"more":true}');
  latest().say('other', '{"sent":4}');

  expect(onEvent.mock.calls).toEqual([[{ sent: 3 }]]);
  expect(onStatus.mock.calls).toEqual([['connecting'], ['open']]);
});

it('connects again after an error, later each time, and starts over once it is open', () => {
  const { onStatus } = open();
  latest().dispatchEvent(new Event('error'));
  expect(latest().isClosed).toBe(true);
  expect(onStatus).toHaveBeenLastCalledWith('reconnecting');

  vi.advanceTimersByTime(reconnectDelayMs(0) - 1);
  expect(FakeEventSource.opened).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(FakeEventSource.opened).toHaveLength(2);

  latest().dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(reconnectDelayMs(0));
  expect(FakeEventSource.opened).toHaveLength(2);
  vi.advanceTimersByTime(reconnectDelayMs(1) - reconnectDelayMs(0));
  expect(FakeEventSource.opened).toHaveLength(3);

  latest().dispatchEvent(new Event('open'));
  latest().dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(reconnectDelayMs(0));
  expect(FakeEventSource.opened).toHaveLength(4);
});

it('stays closed once it is closed, even while it waits to connect again', () => {
  const { close } = open();
  latest().dispatchEvent(new Event('error'));
  close();
  vi.advanceTimersByTime(60_000);
  expect(FakeEventSource.opened).toHaveLength(1);
});

it.each([
  [0, 500],
  [1, 1_000],
  [4, 8_000],
  [5, 15_000],
  [50, 15_000],
])('waits before try %i for %i ms', (attempt, delay) => {
  expect(reconnectDelayMs(attempt)).toBe(delay);
});
