import { hasBody, webhookMethods } from '@curlew/scenario';
import { ChoiceSetting } from '../fields/choice-setting.tsx';
import { NumberSetting } from '../fields/number-setting.tsx';
import { TemplateSetting } from '../fields/template-setting.tsx';
import { HeadersSetting } from '../webhook/headers-setting.tsx';
import { TryWebhook } from '../webhook/try-webhook.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

const methodOptions = webhookMethods.map((method) => ({ value: method, label: method }));

export function WebhookPanel({ settings, scenarioId, renderWithCustomer }: KindPanelProps<'webhook'>) {
  const { method, url, headers, body, timeoutSeconds } = settings;
  return (
    <>
      <div className="w-28">
        <ChoiceSetting path="method" label="Method" options={methodOptions} value={method} />
      </div>
      <TemplateSetting path="url" label="Address" value={url} placeholder="https://example.com/orders" />
      <HeadersSetting headers={headers} />
      {hasBody(method) && (
        <TemplateSetting
          path="body"
          label="Body"
          value={body}
          rows={4}
          hint="Sent as application/json unless a header says otherwise."
        />
      )}
      <NumberSetting
        path="timeoutSeconds"
        label="Wait at most"
        value={timeoutSeconds}
        unit="seconds"
        hint="No answer by then: customers leave by “Failed”."
      />
      {renderWithCustomer((customer) => (
        <TryWebhook settings={settings} scenarioId={scenarioId} customer={customer} />
      ))}
    </>
  );
}
