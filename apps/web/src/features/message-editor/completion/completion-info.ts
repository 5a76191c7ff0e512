import type { TemplateCompletion } from './template-completion.ts';

const line = (className: string, text: string): HTMLElement => {
  const created = document.createElement('p');
  created.className = className;
  created.textContent = text;
  return created;
};

/** What stands beside the list about the one that is marked; null where the list says it all. */
export const createCompletionInfo = ({ lines, example }: TemplateCompletion): HTMLElement | null => {
  if (lines.length === 0 && !example) return null;
  const box = document.createElement('div');
  box.append(...lines.map((words) => line('', words)));
  if (example) {
    box.append(line('cm-example', example.source), line('cm-example-gives', `gives ${example.gives}`));
  }
  return box;
};
