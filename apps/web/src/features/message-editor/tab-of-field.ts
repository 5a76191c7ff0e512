/** The views of the editor of a message. */
export type MessageTab = 'editor' | 'settings' | 'preview';

const inEditor = new Set(['sender', 'versions', 'defaultLanguage']);

/** The view that a field stands in, by its dotted path; no field in particular is the text. */
export const tabOfField = (field: string | null): MessageTab => {
  const [root = ''] = (field ?? 'versions').split('.');
  return inEditor.has(root) ? 'editor' : 'settings';
};
