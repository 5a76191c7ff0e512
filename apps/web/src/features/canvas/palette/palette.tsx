import type { NodeKind } from '@curlew/scenario';
import { type KeyboardEvent, useRef, useState } from 'react';
import { SearchField } from '../../../ui/search-field.tsx';
import { familyTitles } from '../looks/node-looks.ts';
import { findKinds } from './find-kinds.ts';
import { PaletteItem } from './palette-item.tsx';

interface PaletteProps {
  readonly onAdd: (kind: NodeKind) => void;
}

/** Every kind of node by family, to be searched: to drag onto the canvas, or to add with a click or Enter. */
export function Palette({ onAdd }: PaletteProps) {
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const groups = findKinds(text);

  // The search and the buttons under it are one column for the arrow keys.
  const stops = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('input, button') ?? [])];
  const press = (event: KeyboardEvent) => {
    const { key, target } = event;
    const isInSearch = target instanceof HTMLInputElement;
    if (key === 'Enter' && isInSearch) {
      event.preventDefault();
      const [first] = groups.flatMap(({ kinds }) => kinds);
      if (first && text.trim() !== '') onAdd(first.kind);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const all = stops();
      const at = all.findIndex((stop) => stop === target);
      all[at + (key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else if (key === 'Escape' && isInSearch && text !== '') {
      event.preventDefault();
      event.stopPropagation();
      setText('');
    }
  };

  return (
    <div ref={box} role="presentation" onKeyDown={press} className="flex min-h-0 flex-1 flex-col">
      <div className="border-b p-3">
        <SearchField label="Search nodes" value={text} onChange={setText} />
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3">
        {groups.map(({ family, kinds }) => (
          <section key={family} aria-label={familyTitles[family]}>
            <h2 className="px-1 pb-1 text-12 font-medium text-ink-faint">{familyTitles[family]}</h2>
            <ul className="flex flex-col gap-1">
              {kinds.map(({ kind, title, hint }) => (
                <li key={kind}>
                  <PaletteItem kind={kind} title={title} hint={hint} onAdd={() => onAdd(kind)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <output className={groups.length === 0 ? 'px-1 text-13 text-ink-muted' : 'sr-only'}>
          {groups.length === 0 ? `No node does “${text.trim()}”.` : ''}
        </output>
      </div>
    </div>
  );
}
