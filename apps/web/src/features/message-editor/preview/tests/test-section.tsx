import { useQuery } from '@tanstack/react-query';
import { ExternalLink, Send } from 'lucide-react';
import { describeError } from '../../../../lib/error-sentences.ts';
import { projectQuery } from '../../../../lib/project-query.ts';
import { useMayActAs } from '../../../../lib/use-may-act-as.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Button } from '../../../../ui/button.tsx';
import { FieldNote } from '../../../../ui/field-note.tsx';
import type { MessageProps } from '../../message-props.ts';
import type { MessagePreview } from '../preview-message.ts';
import { useChosenEvent } from '../event/preview-event-store.ts';
import { NumberFields } from './number-fields.tsx';
import { TestList } from './test-list.tsx';
import { noNumbers, useTestNumbersStore } from './test-numbers-store.ts';
import { testsQuery } from './tests-query.ts';
import { useSendTest } from './use-send-test.ts';

interface TestSectionProps extends Pick<MessageProps, 'projectId' | 'scenario' | 'node' | 'triggerEvents'> {
  readonly customer: { readonly id: string; readonly name: string };
  /** The message in sight; null while it is not known. */
  readonly preview: MessagePreview | null;
}

const usePhonesUrl = (projectId: string, integrationId: string | null): string | null => {
  const { data: project } = useQuery(projectQuery(projectId));
  const integration = project?.integrations.find(({ id, isDefault }) =>
    integrationId === null ? isDefault : id === integrationId,
  );
  return integration?.phonesUrl ?? null;
};

const whyNoTest = ({ decision, lacksEvent }: MessagePreview): string | null => {
  if (lacksEvent) return 'A test is not sent without an event either.';
  return decision.status === 'enqueue_failed' ? `A test is not sent either. ${decision.message}.` : null;
};

/** Sends the message as it is drawn now to typed numbers, with the customer's data, and tells what becomes of it. */
export function TestSection({
  projectId,
  scenario,
  node,
  triggerEvents,
  customer,
  preview,
}: TestSectionProps) {
  const numbers = useTestNumbersStore(({ byProject }) => byProject[projectId] ?? noNumbers);
  const changeNumbers = useTestNumbersStore((state) => state.change);
  const event = useChosenEvent(scenario.id, triggerEvents);
  const test = useSendTest({ projectId, scenario, node, customerId: customer.id, event, numbers });
  const { data } = useQuery(testsQuery(projectId, scenario.id));
  const mayTest = useMayActAs(projectId, 'editor');
  const phonesUrl = usePhonesUrl(projectId, node.settings.integrationId);
  const tests = data?.items.filter(({ nodeId }) => nodeId === node.id) ?? [];
  const fault = preview && whyNoTest(preview);

  return (
    <section aria-label="Test send" className="flex flex-col gap-3">
      <div>
        <h3 className="text-13 font-semibold text-ink">Test send</h3>
        <p className="text-12 text-ink-faint">
          A real message, with the data of {customer.name}. Consent and frequency are not asked.
        </p>
      </div>
      {mayTest && (
        <>
          <NumberFields
            numbers={numbers}
            errors={test.errors}
            onChange={(next) => {
              test.forgetError();
              changeNumbers(projectId, next);
            }}
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button
              variant="primary"
              icon={<Send />}
              loading={test.isSending}
              disabled={!test.canSend}
              onClick={test.send}
            >
              Send test
            </Button>
            {phonesUrl !== null && (
              <a
                href={phonesUrl}
                target="_blank"
                rel="noreferrer"
                className="inline-flex items-center gap-1 rounded-control text-13 text-accent-ink underline-offset-2 hover:underline"
              >
                Phones of the built-in carrier
                <ExternalLink aria-hidden className="size-3" />
              </a>
            )}
          </div>
          <FieldNote warning={fault ?? undefined} />
          {test.error && <Banner kind="error">{describeError(test.error)}</Banner>}
        </>
      )}
      {tests.length > 0 && <TestList tests={tests} />}
      {!mayTest && tests.length === 0 && (
        <p className="text-13 text-ink-muted">No tests yet. An editor of this project can send one.</p>
      )}
    </section>
  );
}
