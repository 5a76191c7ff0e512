import { useEffect, useEffectEvent } from 'react';
import { useCanvas } from '../state/canvas-context.ts';
import { looksBack } from '../state/session-store.ts';
import type { Chosen } from './chosen-at.ts';
import { floating, typing } from './elsewhere.ts';

/** Copy, cut and paste of nodes, as text: between scenarios, tabs and browsers. Text that is selected is copied as ever. */
export const useClipboard = (isReadOnly: boolean, chosen: (target: Element) => Chosen): void => {
  const { actions, sessionStore } = useCanvas();

  const act = useEffectEvent((event: ClipboardEvent) => {
    if (looksBack(sessionStore.getState())) return;
    const target = document.activeElement ?? document.body;
    if (event.defaultPrevented || target.closest(typing) || document.querySelector(floating)) return;
    if (event.type === 'paste') {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isReadOnly && actions.paste(text)) event.preventDefault();
      return;
    }
    if (!getSelection()?.isCollapsed) return;
    const { nodes, edges } = chosen(target);
    const text = actions.copy(nodes);
    if (text === null) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    if (event.type === 'cut' && !isReadOnly) actions.remove(nodes, edges);
  });

  useEffect(() => {
    const listen = (event: ClipboardEvent) => act(event);
    const types = ['copy', 'cut', 'paste'] as const;
    for (const type of types) document.addEventListener(type, listen);
    return () => {
      for (const type of types) document.removeEventListener(type, listen);
    };
  }, []);
};
