import { newElementId } from '../../../lib/new-element-id.ts';

const key = 'curlew.tab';

/** Names this browser tab, the same after a reload, so that each tab finds its own unsaved work again. */
export const tabId = (storage: Storage): string => {
  const known = storage.getItem(key);
  if (known !== null) return known;
  const id = newElementId();
  storage.setItem(key, id);
  return id;
};
