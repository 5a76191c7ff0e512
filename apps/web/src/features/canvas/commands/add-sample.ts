import type { ScenarioDocument } from '@curlew/scenario';
import { addAfter } from './add-after.ts';

/** The shortest scenario that does something: Now, and an SMS after it. */
export const addSample = (document: ScenarioDocument, newId: () => string): ScenarioDocument => {
  const near = { x: 0, y: 0 };
  const nowId = newId();
  const withNow = addAfter(document, { kind: 'now', nodeId: nowId, edgeId: newId(), afterId: null, near });
  return addAfter(withNow, { kind: 'sms', nodeId: newId(), edgeId: newId(), afterId: nowId, near });
};
