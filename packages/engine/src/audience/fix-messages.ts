import type { NodeOf } from '@curlew/scenario';
import { applyReplacements } from '@curlew/sms';
import { findSourceReplacements } from './source-replacements.ts';

/** The node with every safe replacement made in its messages; null where there is none to make. */
export const fixMessages = (node: NodeOf<'sms'>): NodeOf<'sms'> | null => {
  const versions = node.settings.versions.map((version) => ({
    ...version,
    message: applyReplacements(version.message, findSourceReplacements(version.message)),
  }));
  const isChanged = versions.some(({ message }, index) => message !== node.settings.versions[index]?.message);
  return isChanged ? { ...node, settings: { ...node.settings, versions } } : null;
};
