import { type NodeFamily, type NodeKind, nodeKinds } from '@curlew/scenario';
import { families } from '../looks/node-looks.ts';
import { kindWords } from './kind-words.ts';

export interface PaletteKind {
  readonly kind: NodeKind;
  readonly title: string;
  readonly hint: string;
}

interface PaletteGroup {
  readonly family: NodeFamily;
  readonly kinds: readonly PaletteKind[];
}

/** The kinds that a text finds by title, hint or another word for them, by family; a text of nothing finds all. */
export const findKinds = (text: string): readonly PaletteGroup[] => {
  const words = text.toLowerCase().split(/\s+/);
  const isFound = ({ kind, title, hint }: PaletteKind): boolean => {
    const said = `${title} ${hint} ${kindWords[kind]}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
  return families
    .map((family) => ({
      family,
      kinds: Object.values(nodeKinds).filter((kind) => kind.family === family && isFound(kind)),
    }))
    .filter(({ kinds }) => kinds.length > 0);
};
