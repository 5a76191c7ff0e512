// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { chosenAt } from './chosen-at.ts';

document.body.innerHTML = `
  <div class="react-flow__node" data-id="a"><button id="in-a"></button></div>
  <div class="react-flow__node" data-id="b" id="b"></div>
  <div class="react-flow__edge" data-id="e" id="e"></div>
  <div id="elsewhere"></div>`;
const session = { selectedNodes: new Set(['a']), selectedEdges: new Set(['f']) };

it.each([
  { at: 'elsewhere', nodes: ['a'], edges: ['f'] },
  { at: 'in-a', nodes: ['a'], edges: ['f'] },
  { at: 'b', nodes: ['b'], edges: [] },
  { at: 'e', nodes: [], edges: ['e'] },
])('with the focus on $at a key means nodes $nodes and connections $edges', ({ at, nodes, edges }) => {
  const target = document.getElementById(at);
  if (!target) throw new Error(`${at} is not on the page`);
  const chosen = chosenAt(target, session);
  expect([[...chosen.nodes], [...chosen.edges]]).toEqual([nodes, edges]);
});
