/** Canvas coordinates snap to this, so that what stands side by side is joined by a straight line. */
export const gridStep = 16;

export const nodeWidth = 220;
const headHeight = 64;
const countsHeight = 48;
const outputHeight = 24;
const outputsPadding = 8;

/** Of the card; what stands in it is placed from inside of it. */
export const cardBorder = 1;

/** Where the input stands, and the output of a node that has one: from the top of the card. */
export const handleTop = headHeight / 2;

/** Several outputs stand below the head, a named row for each. */
const rowsHeight = (outputs: number): number => (outputs > 1 ? outputs * outputHeight + outputsPadding : 0);

/** Where an output leaves the card, from its top. */
export const outputTop = (index: number, outputs: number): number =>
  outputs > 1 ? headHeight + index * outputHeight + outputHeight / 2 : handleTop;

/** How high a node's card is; fixed, so that nothing has to be measured before edges can be drawn. */
export const nodeHeight = (outputs: number, hasCounts: boolean): number =>
  headHeight + rowsHeight(outputs) + (hasCounts ? countsHeight : 0);

/** From one node to the one added after it, left edge to left edge. */
export const columnStep = nodeWidth + 100;

/** From one node to the one put under it, top to top, where neither is high. */
export const rowStep = 128;
