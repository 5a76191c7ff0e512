import { ApiError } from '../../../lib/api-error.ts';
import type { DocumentStore } from '../state/document-store.ts';
import {
  beginSave,
  type Draft,
  endSave,
  failSave,
  isUnsaved,
  type Meeting,
  meetNewer,
  type SavedDraft,
} from './draft.ts';

interface SaveInput {
  readonly revision: number;
  readonly document: Draft['saved']['document'];
  /** The page is going away: the call has to outlive it. */
  readonly keepalive: boolean;
}

interface AutosaverInput {
  readonly store: DocumentStore;
  readonly save: (input: SaveInput) => Promise<Omit<SavedDraft, 'document'>>;
  readonly loadNewest: () => Promise<SavedDraft>;
  /** A newer revision was met on the way. */
  readonly onMeeting: (meeting: Meeting, theirs: SavedDraft) => void;
  /** A newer revision took the place of what was on the screen. */
  readonly onNewer?: (theirs: SavedDraft) => void;
}

export interface Autosaver {
  /** Saves what is unsaved now; true when all of it is saved then. */
  readonly saveNow: (options?: { readonly keepalive?: boolean }) => Promise<boolean>;
  /** Takes in what someone else saved while nothing here is unsaved; else leaves it to the next save, which merges. */
  readonly takeNewer: () => Promise<void>;
  /** Saves after a pause in the changes, until the returned function is called, which saves what is left. */
  readonly start: () => () => void;
}

const pauseMs = 800;
const retryDelaysMs = [2_000, 5_000, 10_000, 30_000] as const;

const mayPass = ({ code, status }: ApiError): boolean =>
  code === 'unreachable' || status >= 500 || status === 429;

/** Saves the document by itself. Whatever fails, the document stays as it is and is tried again. */
export const createAutosaver = ({
  store,
  save,
  loadNewest,
  onMeeting,
  onNewer,
}: AutosaverInput): Autosaver => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failures = 0;
  let isStarted = false;
  const draft = (): Draft => store.getState().draft;
  /** Nothing to save, or nothing that may be saved before a person has chosen. */
  const isSettled = (): boolean => !isUnsaved(draft()) || draft().saving.kind === 'conflict';
  const { changeDraft } = store.getState();

  const saveLater = (delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void saveOnce(false), delayMs);
  };

  const fail = (error: unknown): void => {
    const isExpected = error instanceof ApiError;
    const message = isExpected ? error.message : 'Something went wrong in this page.';
    const isPassing = isExpected && mayPass(error);
    changeDraft((draft) => failSave(draft, message, isPassing));
    if (!isExpected) throw error;
    if (!isPassing || !isStarted) return;
    saveLater(retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)] ?? pauseMs);
    failures += 1;
  };

  const meet = async (): Promise<void> => {
    const theirs = await loadNewest();
    const met = meetNewer(draft(), theirs);
    changeDraft(() => met.draft);
    onMeeting(met.meeting, theirs);
  };

  const attempt = async (keepalive: boolean): Promise<void> => {
    const { history, saved } = draft();
    const document = history.present;
    changeDraft(beginSave);
    try {
      const reply = await save({ revision: saved.revision, document, keepalive });
      failures = 0;
      changeDraft((draft) => endSave(draft, { ...reply, document }));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'revision_conflict') await meet().catch(fail);
      else fail(error);
    }
  };

  // In the place of a save, so that the two never meet the server at once.
  const take = async (): Promise<void> => {
    try {
      const theirs = await loadNewest();
      if (theirs.revision <= draft().saved.revision) return;
      const isMeeting = isUnsaved(draft());
      const met = meetNewer(draft(), theirs);
      changeDraft(() => met.draft);
      if (isMeeting) onMeeting(met.meeting, theirs);
      else onNewer?.(theirs);
    } catch (error) {
      // Whoever tells of newer revisions tells again.
      if (!(error instanceof ApiError)) throw error;
    }
  };

  const takeNewer = async (): Promise<void> => {
    if (running || isUnsaved(draft())) return;
    running = take().finally(() => {
      running = null;
    });
    await running;
    // What was changed meanwhile found the place taken.
    if (isStarted && !isSettled()) saveLater(pauseMs);
  };

  const saveOnce = (keepalive: boolean): Promise<void> => {
    clearTimeout(timer);
    if (isSettled()) return Promise.resolve();
    running ??= attempt(keepalive).finally(() => {
      running = null;
    });
    return running;
  };

  const saveNow: Autosaver['saveNow'] = async ({ keepalive = false } = {}) => {
    // What is on its way may be older than what is on the screen.
    if (running) await running;
    while (!isSettled()) {
      await saveOnce(keepalive);
      if (draft().saving.kind === 'failed') return false;
    }
    return !isUnsaved(draft());
  };

  const start = (): (() => void) => {
    isStarted = true;
    const unsubscribe = store.subscribe(({ draft }, before) => {
      const isChanged =
        draft.history.present !== before.draft.history.present || draft.saved !== before.draft.saved;
      if (isChanged && !isSettled()) saveLater(pauseMs);
    });
    if (!isSettled()) saveLater(pauseMs);
    return () => {
      unsubscribe();
      isStarted = false;
      void saveNow();
    };
  };

  return { saveNow, takeNewer, start };
};
