/** Puts the focus on a node's card, once it is drawn. */
export const focusNode = (nodeId: string): void => {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`)?.focus();
  });
};

/** What had the focus is gone: the next Tab goes on in the canvas, not at the top of the page. */
export const focusFrameWhenLost = (): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('.canvas-frame')?.focus({ preventScroll: true });
  });
};
