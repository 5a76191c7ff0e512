import type { Customer } from '@curlew/contract';
import { prepareMessage, sampleIdentityToken } from '@curlew/engine';
import type { NodeOf } from '@curlew/scenario';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { messageSettingsQuery } from '../../../lib/message-settings-query.ts';
import { projectQuery } from '../../../lib/project-query.ts';
import { useDebouncedValue } from '../../../lib/use-debounced-value.ts';
import { useNow } from '../../../lib/use-now.ts';
import type { MessageProps } from '../message-props.ts';
import { useChosenEvent } from './event/preview-event-store.ts';
import { customerFactsOf, eventFactsOf, projectFactsOf } from './facts-of.ts';
import { previewShortener } from './preview-shortener.ts';
import { type MessagePreview, previewMessage } from './preview-message.ts';

const settleMs = 80;

interface PreviewInput extends Pick<MessageProps, 'projectId' | 'scenario' | 'triggerEvents'> {
  readonly node: NodeOf<'sms'>;
  /** Null while there is none. */
  readonly customer: Customer | null;
}

/** The message as a customer would get it, a moment after the last key; null while something is missing. */
export const useMessagePreview = ({
  projectId,
  scenario,
  node,
  customer,
  triggerEvents,
}: PreviewInput): MessagePreview | null => {
  const { data: project } = useQuery(projectQuery(projectId));
  const { data: messageSettings } = useQuery(messageSettingsQuery(projectId));
  const settled = useDebouncedValue(node, settleMs);
  const prepared = useMemo(() => prepareMessage(settled), [settled]);
  const now = useNow();
  const event = useChosenEvent(scenario.id, triggerEvents);
  return useMemo(() => {
    if (!project || !messageSettings || !customer) return null;
    return previewMessage(prepared, customerFactsOf(customer), {
      project: projectFactsOf(project),
      scenario,
      defaults: messageSettings.defaults,
      shortener: previewShortener(project.linkBase),
      newIdentityToken: () => sampleIdentityToken,
      now,
      ...(event && { event: eventFactsOf(event) }),
    });
  }, [prepared, project, messageSettings, scenario, customer, now, event]);
};
