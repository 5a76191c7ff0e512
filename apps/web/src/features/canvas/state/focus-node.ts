/** Puts the focus on a node's card, once it is drawn. */
export const focusNode = (nodeId: string): void => {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`)?.focus();
  });
};
