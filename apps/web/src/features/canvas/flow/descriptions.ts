import type { AriaLabelConfig } from '@xyflow/react';

/** What screen readers say about nodes and connections. */
export const descriptions: Partial<AriaLabelConfig> = {
  'node.a11yDescription.default':
    'Enter opens it, C connects it, the arrow keys move it, Delete removes it, question mark lists all keys.',
  'node.a11yDescription.keyboardDisabled': 'Enter opens it.',
  'node.a11yDescription.ariaLiveMessage': ({ direction }) => `Moved ${direction}`,
  'edge.a11yDescription.default': 'Enter selects it, Delete removes it.',
};
