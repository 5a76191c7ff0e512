/** Canvas coordinates snap to this, so that what stands side by side is joined by a straight line. */
export const gridStep = 16;

export const nodeWidth = 220;
const headHeight = 64;
const countsHeight = 48;

/** How high a node's card is; fixed, so that nothing has to be measured before edges can be drawn. */
export const nodeHeight = (hasCounts: boolean): number => headHeight + (hasCounts ? countsHeight : 0);

/** Where the input and the first output stand, from the top of the card. */
export const handleTop = headHeight / 2;

/** Between the outputs of a node that has several. */
export const handleGap = 24;

/** From one node to the one added after it, left edge to left edge. */
export const columnStep = nodeWidth + 100;

/** From one node to the one put under it, top to top. */
export const rowStep = 128;
