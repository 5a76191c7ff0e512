import { type ActionsInput, actionTools } from './action-tools.ts';
import { type ArrangeActions, createArrangeActions } from './arrange-actions.ts';
import { type BuildActions, createBuildActions } from './build-actions.ts';
import { createEditActions, type EditActions } from './edit-actions.ts';
import { createNoteActions, type NoteActions } from './note-actions.ts';

export type CanvasActions = BuildActions & EditActions & ArrangeActions & NoteActions;

/** What a person can do on the canvas: each is one command on the document, and what is shown afterwards. */
export const createCanvasActions = (input: ActionsInput): CanvasActions => {
  const tools = actionTools(input);
  return {
    ...createBuildActions(tools),
    ...createEditActions(tools),
    ...createArrangeActions(tools),
    ...createNoteActions(tools),
  };
};
