/** Loads the editor; asked for early by what leads to it, so that it opens at once. */
export const loadWorkbench = () => import('./message-workbench.tsx');
