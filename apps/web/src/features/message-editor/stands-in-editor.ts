import { smsSettingsSchema } from '@curlew/scenario';

/** Whether a field of an SMS node, by its dotted path, is changed in the editor alone; the sender stands in the side panel too. */
export const standsInEditor = (field: string | null): boolean => {
  const [root = ''] = (field ?? '').split('.');
  return root !== 'sender' && root in smsSettingsSchema.shape;
};
