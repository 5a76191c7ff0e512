import type { NodeOf } from '@curlew/scenario';

/** The node as it would be if every customer read this language; the node itself where it has no such version. */
export const nodeInLanguage = (node: NodeOf<'sms'>, language: string): NodeOf<'sms'> => {
  const versions = node.settings.versions.filter((version) => version.language === language);
  if (versions.length === 0) return node;
  return { ...node, settings: { ...node.settings, versions, defaultLanguage: language } };
};
