import { type NodeKind, nodeKinds } from '@curlew/scenario';
import { families, familyTitles } from '../looks/node-looks.ts';
import { PaletteItem } from './palette-item.tsx';

interface PaletteProps {
  readonly onAdd: (kind: NodeKind) => void;
}

const groups = families
  .map((family) => ({
    family,
    kinds: Object.values(nodeKinds).filter((kind) => kind.family === family),
  }))
  .filter(({ kinds }) => kinds.length > 0);

/** Every kind of node by family: to drag onto the canvas, or to add with a click or Enter. */
export function Palette({ onAdd }: PaletteProps) {
  return (
    <div className="flex flex-col gap-4 overflow-y-auto p-3">
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
    </div>
  );
}
