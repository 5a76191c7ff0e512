import type { Light } from './find-light.ts';

// Ids come from files, too: what is not plain is written as its code.
const escapeId = (id: string): string =>
  id.replaceAll(/[^a-z0-9_-]/gi, (letter) => `\\${letter.codePointAt(0)?.toString(16) ?? ''} `);

const select = (what: 'node' | 'edge', ids: Iterable<string>, rest: string): string =>
  Array.from(ids, (id) => `.react-flow__${what}[data-id="${escapeId(id)}"] ${rest}`).join(',');

const rule = (selector: string, body: string): string => (selector === '' ? '' : `${selector}{${body}}`);

/**
 * Style rules that light a path up, and mark where customers stand. The drawing is not drawn anew: of a thousand nodes none is
 * asked.
 */
export const writeLightStyle = ({ passed, edges, here }: Light): string =>
  [
    '.canvas-frame .react-flow__edge-path{transition:stroke var(--motion)}',
    rule(
      select('node', passed.keys(), '.node-card'),
      'border-color:var(--accent);background:var(--accent-wash)',
    ),
    rule(select('node', here.keys(), '.node-card'), 'box-shadow:0 0 0 2px var(--accent)'),
    rule(select('edge', edges.keys(), '.react-flow__edge-path'), 'stroke:var(--accent);stroke-width:2.5'),
  ].join('\n');
