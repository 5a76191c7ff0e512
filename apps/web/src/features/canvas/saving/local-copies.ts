import { parseDocument } from '@curlew/scenario';
import { type LocalCopy, localCopySchema } from './local-copy.ts';

const keyOf = (scenarioId: string, id = ''): string => `curlew.copy.${scenarioId}.${id}`;

const mostSetAside = 5;

const keysOf = (storage: Storage, scenarioId: string): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(keyOf(scenarioId)),
  );

// An older version of this page may have written it, or anybody with the developer tools.
const readCopy = (text: string | null): LocalCopy | null => {
  if (text === null) return null;
  try {
    const copy = localCopySchema.parse(JSON.parse(text));
    return parseDocument(copy.document).ok && parseDocument(copy.base).ok ? copy : null;
  } catch {
    return null;
  }
};

/** The copies of a scenario in this browser, newest first. What cannot be read is left alone and not listed. */
export const listCopies = (storage: Storage, scenarioId: string): LocalCopy[] =>
  keysOf(storage, scenarioId)
    .flatMap((key) => readCopy(storage.getItem(key)) ?? [])
    .sort((a, b) => b.at.localeCompare(a.at));

export const removeCopy = (
  storage: Storage,
  { scenarioId, id }: Pick<LocalCopy, 'scenarioId' | 'id'>,
): void => storage.removeItem(keyOf(scenarioId, id));

/** Keeps a copy; of those set aside only the newest few stay. False: the browser has no room for it. */
export const keepCopy = (storage: Storage, copy: LocalCopy): boolean => {
  try {
    storage.setItem(keyOf(copy.scenarioId, copy.id), JSON.stringify(copy));
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
  if (copy.reason === 'set_aside') {
    const setAside = listCopies(storage, copy.scenarioId).filter(({ reason }) => reason === 'set_aside');
    for (const old of setAside.slice(mostSetAside)) removeCopy(storage, old);
  }
  return true;
};
