import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, type ApiErrorCode } from '../../../lib/api-error.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { sampleDocument, withName } from '../testing/sample-document.ts';
import { type Autosaver, createAutosaver } from './autosaver.ts';
import { keepMine, openDraft, type SavedDraft } from './draft.ts';

const base = sampleDocument([
  ['a', 'sms'],
  ['b', 'sms'],
]);
const at = { updatedAt: '2026-11-22T10:42:00.000Z', updatedBy: 'Jana' };
const refusal = (code: ApiErrorCode, status: number) => new ApiError({ code, status, message: 'No.' });

/** A server with one scenario, which can be told to fail. */
const createServer = () => {
  const server = {
    saved: { revision: 1, document: base, ...at } as SavedDraft,
    faults: [] as ApiError[],
    /** Saves, but its answers get lost. */
    isMute: false,
    calls: 0,
    save: async ({ revision, document }: Pick<SavedDraft, 'revision' | 'document'>): Promise<SavedDraft> => {
      server.calls += 1;
      const fault = server.faults.shift();
      if (fault) throw fault;
      if (revision !== server.saved.revision) throw refusal('revision_conflict', 409);
      server.saved = { revision: revision + 1, document: structuredClone(document), ...at };
      if (server.isMute) throw refusal('unreachable', 0);
      return server.saved;
    },
  };
  return server;
};

let server: ReturnType<typeof createServer>;
let store: ReturnType<typeof createDocumentStore>;
let saver: Autosaver;
const onMeeting = vi.fn<(meeting: string) => void>();
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  onMeeting.mockReset();
  server = createServer();
  store = createDocumentStore(openDraft(server.saved), () => Date.now());
  saver = createAutosaver({
    store,
    save: server.save,
    loadNewest: async () => server.saved,
    onMeeting,
  });
  stop = saver.start();
});
afterEach(() => vi.useRealTimers());

const rename = (id: string, name: string) =>
  store.getState().apply((document) => withName(document, id, name));
const serverNames = () => server.saved.document.nodes.map(({ name }) => name);
const names = () => store.getState().draft.history.present.nodes.map(({ name }) => name);
const saving = () => store.getState().draft.saving;
const saveElsewhere = (id: string, name: string) => {
  const { revision, document } = server.saved;
  server.saved = { ...server.saved, revision: revision + 1, document: withName(document, id, name) };
};

it('saves once, 800 ms after the last change', async () => {
  rename('a', 'S');
  await vi.advanceTimersByTimeAsync(700);
  rename('a', 'Spring');
  await vi.advanceTimersByTimeAsync(799);
  expect(server.calls).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(serverNames()).toEqual(['Spring', 'SMS 2']);
  expect(server.calls).toBe(1);
  expect(saving().kind).toBe('idle');
});

it('saves what was changed while a save was on its way', async () => {
  rename('a', 'One');
  const first = saver.saveNow();
  rename('a', 'Two');
  await first;
  await vi.advanceTimersByTimeAsync(800);
  expect(serverNames()).toEqual(['Two', 'SMS 2']);
});

it('saveNow saves all of it and says so', async () => {
  rename('a', 'One');
  expect(await saver.saveNow()).toBe(true);
  expect(serverNames()).toEqual(['One', 'SMS 2']);
});

it('saveNow says so when it could not', async () => {
  server.faults = [refusal('unreachable', 0)];
  rename('a', 'One');
  expect(await saver.saveNow()).toBe(false);
  expect(saving()).toEqual({ kind: 'failed', message: 'No.' });
});

it('saves the rest when it is stopped', async () => {
  rename('a', 'One');
  stop();
  await vi.advanceTimersByTimeAsync(0);
  expect(serverNames()).toEqual(['One', 'SMS 2']);
});

it('tries again by itself after longer and longer times, and keeps the document', async () => {
  server.faults = Array.from({ length: 3 }, () => refusal('unavailable', 503));
  rename('a', 'One');
  await vi.advanceTimersByTimeAsync(800);
  expect(names()).toEqual(['One', 'SMS 2']);
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(server.calls).toBe(3);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(server.calls).toBe(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(serverNames()).toEqual(['One', 'SMS 2']);
});

it('does not repeat by itself what was refused', async () => {
  server.faults = [refusal('not_allowed', 403)];
  rename('a', 'One');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.calls).toBe(1);
});

it('takes its own save, whose answer got lost, for no conflict', async () => {
  server.isMute = true;
  rename('a', 'One');
  await vi.advanceTimersByTimeAsync(800);
  server.isMute = false;
  rename('a', 'Two');
  await vi.advanceTimersByTimeAsync(1_700);
  expect(onMeeting).toHaveBeenCalledWith('ours', expect.anything());
  expect(serverNames()).toEqual(['Two', 'SMS 2']);
});

it('saves again after going back to what was saved before an answer got lost', async () => {
  server.isMute = true;
  rename('a', 'One');
  await vi.advanceTimersByTimeAsync(800);
  server.isMute = false;
  store.getState().undo();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(serverNames()).toEqual(['SMS', 'SMS 2']);
});

describe('when somebody else saved meanwhile', () => {
  it('puts both together where they changed different nodes, and an undo takes back only mine', async () => {
    saveElsewhere('b', 'Theirs');
    rename('a', 'Mine');
    await vi.advanceTimersByTimeAsync(1_600);
    expect(onMeeting).toHaveBeenCalledWith('merged', expect.anything());
    expect(serverNames()).toEqual(['Mine', 'Theirs']);
    store.getState().undo();
    expect(names()).toEqual(['SMS', 'Theirs']);
  });

  it('changes nothing and asks where both changed the same', async () => {
    saveElsewhere('a', 'Theirs');
    rename('a', 'Mine');
    await vi.advanceTimersByTimeAsync(800);
    expect(saving()).toMatchObject({ kind: 'conflict', theirs: { updatedBy: 'Jana' } });
    rename('b', 'Mine too');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(serverNames()).toEqual(['Theirs', 'SMS 2']);
    expect(names()).toEqual(['Mine', 'Mine too']);
    expect(await saver.saveNow()).toBe(false);
  });

  it('saves mine on top when I say so', async () => {
    saveElsewhere('a', 'Theirs');
    rename('a', 'Mine');
    await vi.advanceTimersByTimeAsync(800);
    store.getState().changeDraft((draft) => keepMine(draft, server.saved));
    await vi.advanceTimersByTimeAsync(800);
    expect(serverNames()).toEqual(['Mine', 'SMS 2']);
  });

  it('tries again when theirs cannot be loaded', async () => {
    saveElsewhere('b', 'Theirs');
    server.faults = [refusal('revision_conflict', 409), refusal('unreachable', 0)];
    const load = vi.fn<() => Promise<SavedDraft>>().mockRejectedValueOnce(refusal('unreachable', 0));
    const other = createAutosaver({ store, save: server.save, loadNewest: load, onMeeting });
    stop();
    rename('a', 'Mine');
    expect(await other.saveNow()).toBe(false);
    expect(saving().kind).toBe('failed');
  });
});

describe('what someone else saved', () => {
  it('is taken in while nothing is unsaved', async () => {
    rename('a', 'Mine');
    await vi.advanceTimersByTimeAsync(800);
    saveElsewhere('b', 'Theirs');
    await saver.takeNewer();
    expect(names()).toEqual(['Mine', 'Theirs']);
    expect(store.getState().draft.saved).toBe(server.saved);
    expect(server.calls).toBe(1);
    expect(onMeeting).not.toHaveBeenCalled();

    // Their change is not mine to undo.
    store.getState().undo();
    expect(names()).toEqual(['SMS', 'Theirs']);
  });

  it('waits while something is unsaved: the next save merges', async () => {
    rename('a', 'Mine');
    saveElsewhere('b', 'Theirs');
    await saver.takeNewer();
    expect(names()).toEqual(['Mine', 'SMS 2']);
    await vi.advanceTimersByTimeAsync(800);
    await vi.advanceTimersByTimeAsync(800);
    expect(serverNames()).toEqual(['Mine', 'Theirs']);
    expect(onMeeting).toHaveBeenCalledWith('merged', expect.anything());
  });

  it('goes together with what is typed while it is on its way', async () => {
    saveElsewhere('b', 'Theirs');
    const taken = saver.takeNewer();
    rename('a', 'Mine');
    await taken;
    expect(names()).toEqual(['Mine', 'Theirs']);
    await vi.advanceTimersByTimeAsync(800);
    expect(serverNames()).toEqual(['Mine', 'Theirs']);
  });

  it('is asked for again when it did not come, and what was typed meanwhile is saved', async () => {
    const failing = createAutosaver({
      store,
      save: server.save,
      loadNewest: () => Promise.reject(refusal('unreachable', 0)),
      onMeeting,
    });
    stop();
    stop = failing.start();
    const taken = failing.takeNewer();
    rename('a', 'Mine');
    await taken;
    await vi.advanceTimersByTimeAsync(800);
    expect(serverNames()).toEqual(['Mine', 'SMS 2']);
  });
});
