import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPresenceReporter, type PresenceReply, type PresenceReporter } from './report-presence.ts';

const reply: PresenceReply = { others: [], revision: 3, updatedBy: 'Jana' };
const report = vi.fn<(place: { nodeId: string | null; isLeaving: boolean }) => Promise<PresenceReply>>();
const onSeen = vi.fn<(seen: PresenceReply | null) => void>();
let reporter: PresenceReporter;

beforeEach(() => {
  vi.useFakeTimers();
  report.mockReset().mockResolvedValue(reply);
  onSeen.mockReset();
  reporter = createPresenceReporter({ report, onSeen });
});
afterEach(() => vi.useRealTimers());

const places = () => report.mock.calls.map(([{ nodeId, isLeaving }]) => (isLeaving ? 'left' : nodeId));

it('tells at once, and every ten seconds', async () => {
  reporter.show(true);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(places()).toEqual([null, null, null]);
  expect(onSeen).toHaveBeenLastCalledWith(reply);
});

it('tells at once of another node, and ten seconds after that again', async () => {
  reporter.show(true);
  await vi.advanceTimersByTimeAsync(9_000);
  reporter.moveTo('sms');
  reporter.moveTo('sms');
  expect(places()).toEqual([null, 'sms']);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(places()).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(places()).toEqual([null, 'sms', 'sms']);
});

it('says nothing while the tab is out of sight, and tells the newest place when it is back', async () => {
  reporter.show(true);
  await vi.advanceTimersByTimeAsync(0);
  reporter.show(false);
  reporter.moveTo('sms');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(places()).toEqual([null]);
  reporter.show(true);
  expect(places()).toEqual([null, 'sms']);
});

it('takes the last answer, whichever comes first', async () => {
  let answerFirst: (seen: PresenceReply) => void = () => {};
  report.mockReturnValueOnce(
    new Promise((resolve) => {
      answerFirst = resolve;
    }),
  );
  reporter.show(true);
  reporter.moveTo('sms');
  await vi.advanceTimersByTimeAsync(0);
  answerFirst({ ...reply, revision: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(onSeen.mock.calls).toEqual([[reply]]);
});

it('knows nobody while the server is away, and asks again', async () => {
  report.mockRejectedValueOnce(new Error('away'));
  reporter.show(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(onSeen.mock.calls).toEqual([[null]]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onSeen).toHaveBeenLastCalledWith(reply);
});

it('says good-bye once, and nothing afterwards', async () => {
  reporter.show(true);
  await vi.advanceTimersByTimeAsync(0);
  reporter.leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(places()).toEqual([null, 'left']);
  expect(onSeen).toHaveBeenCalledOnce();
});
