import { compileTemplate, findVariables } from '@curlew/jinja';
import type { NodeOf, ScenarioIssue } from '@curlew/scenario';

const readsWebhook = (source: string): boolean => {
  // Most templates never name it, and compiling one is slow.
  if (!source.includes('webhook')) return false;
  const compiled = compileTemplate(source);
  return compiled.ok && findVariables(compiled.template).some(({ path }) => path[0] === 'webhook');
};

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What a webhook answered is kept as long as a walk goes on: a message that speaks of it cannot be written again afterwards. */
export const findWebhookIssues = ({ id, settings }: NodeOf<'sms'>): ScenarioIssue[] =>
  textsIn(settings).some(readsWebhook)
    ? [
        {
          code: 'webhook_forgotten',
          severity: 'error',
          nodeId: id,
          field: null,
          message:
            'The message speaks of what a webhook answered, which is not kept once the walks are over: take it out to send the message again',
        },
      ]
    : [];
