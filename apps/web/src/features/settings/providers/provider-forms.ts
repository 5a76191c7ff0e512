import type { IntegrationProvider } from '@curlew/contract';

/** What was typed or chosen, by the name of the field. */
export type Values = Readonly<Record<string, string>>;

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isOptional?: boolean;
  /** One of these instead of a text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Not asked for while other fields say otherwise, and then not sent. */
  readonly isShown?: (values: Values) => boolean;
}

interface SecretField extends FormField {
  /** What the product may make up, where both sides may have anything that nobody guesses. */
  readonly make?: () => string;
}

/** What a kind of integration is asked for. The server has the last word on each field. */
interface ProviderForm {
  readonly title: string;
  readonly sentence: string;
  readonly settings: readonly FormField[];
  readonly secrets: readonly SecretField[];
  /** What to do with the address that the operator reports to. */
  readonly callbackHint: string;
  /** Messages per second that most accounts begin with. */
  readonly rate: number;
}

/** As Standard Webhooks writes a secret: 32 random bytes. */
const makeSecret = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
};

const elsewhere = '';
const isElsewhere = (values: Values): boolean => (values['region'] ?? elsewhere) === elsewhere;

const sinch: ProviderForm = {
  title: 'Sinch',
  sentence: 'The SMS REST API of Sinch, with a service plan and its token.',
  settings: [
    {
      name: 'region',
      label: 'Region',
      options: [
        { value: 'eu', label: 'Europe' },
        { value: 'us', label: 'United States' },
        { value: 'au', label: 'Australia' },
        { value: 'br', label: 'Brazil' },
        { value: 'ca', label: 'Canada' },
        { value: elsewhere, label: 'Another address' },
      ],
    },
    {
      name: 'baseUrl',
      label: 'Address',
      hint: 'Of a gateway that speaks as Sinch does; what begins with /xms is added.',
      placeholder: 'https://sms.example.com',
      isShown: isElsewhere,
    },
    { name: 'servicePlanId', label: 'Service plan ID', placeholder: 'As in the dashboard of Sinch' },
  ],
  secrets: [
    { name: 'apiToken', label: 'API token' },
    {
      name: 'callbackSecret',
      label: 'Callback secret',
      isOptional: true,
      hint: 'Once Sinch has switched signed callbacks on for your account.',
    },
  ],
  callbackHint:
    'Sinch is told this address with every message, for its reports. Replies come only once you enter it at Sinch too, as the callback address of the service plan.',
  rate: 30,
};

const cm: ProviderForm = {
  title: 'CM.com',
  sentence: 'The Business Messaging gateway of CM.com, with a product token.',
  settings: [
    {
      name: 'baseUrl',
      label: 'Address',
      isOptional: true,
      hint: 'Of another gateway than CM’s own; what begins with /v1.0 is added.',
      placeholder: 'https://gw.messaging.cm.com',
    },
    {
      name: 'customGrouping',
      label: 'Custom grouping',
      isOptional: true,
      hint: 'What CM’s reports can be grouped by, such as the name of this project.',
    },
  ],
  secrets: [{ name: 'productToken', label: 'Product token' }],
  callbackHint:
    'Enter it in CM’s Channels app twice, as the address for status reports and for incoming messages: else no replies come. Both as a POST with JSON. CM signs nothing: keep it to yourself.',
  rate: 50,
};

const webhook: ProviderForm = {
  title: 'Signed webhook',
  sentence: 'Any other operator, through a server of yours that takes signed webhooks.',
  settings: [{ name: 'url', label: 'Address', placeholder: 'https://gateway.example.com/sms' }],
  secrets: [
    {
      name: 'signing',
      label: 'Signing secret',
      hint: 'What Curlew signs with. Two with a space between them while one takes the place of the other.',
      make: makeSecret,
    },
    {
      name: 'callback',
      label: 'Callback secret',
      hint: 'What your server signs its reports with; another one than the signing secret.',
      make: makeSecret,
    },
  ],
  callbackHint:
    'Your server is told this address with every message. It reports there what became of it, and posts the replies there.',
  rate: 20,
};

/** One for each operator of the contract: a new one does not compile until it has its form. */
export const providerForms: { readonly [P in IntegrationProvider]: ProviderForm } = { cm, sinch, webhook };

/** The carrier beside the server, which needs no form. */
export const builtInForm: ProviderForm = {
  title: 'Built-in carrier',
  sentence:
    'Phones that only exist in Curlew, for trials: nothing leaves the server and nothing costs money.',
  settings: [],
  secrets: [],
  callbackHint: '',
  rate: 5_000,
};
