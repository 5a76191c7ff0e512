import { Copy } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { notify } from '../../../ui/notify.ts';

interface CallbackAddressProps {
  /** Of the integration. */
  readonly name: string;
  readonly url: string;
  /** What to do with it. */
  readonly hint: string;
  /** It was another one before. */
  readonly isChanged: boolean;
}

// https://www.rfc-editor.org/rfc/rfc6761 (localhost), https://www.rfc-editor.org/rfc/rfc1122 section 3.2.1.3 (127.0.0.0/8).
const leadsToThisMachine = (url: string): boolean =>
  /^(?:.*\.)?localhost$|^127\.|^\[::1\]$|^0\.0\.0\.0$/.test(new URL(url).hostname);

/** Where the operator reports to, to be given to it. */
export function CallbackAddress({ name, url, hint, isChanged }: CallbackAddressProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      notify.done('Copied the callback address');
    } catch {
      // Not allowed here, or not over plain http: the text can be selected all the same.
      notify.failed('The browser does not let Curlew copy: select the address and copy it by hand');
    }
  };
  return (
    <div className="flex flex-col gap-0.5">
      <div className="flex min-w-0 items-start gap-2 text-12">
        <span className="shrink-0 pt-1 text-ink-muted">Callback address</span>
        <code className="min-w-0 pt-1 font-mono text-12 wrap-anywhere text-ink select-all">{url}</code>
        <IconButton
          label={`Copy the callback address of ${name}`}
          size="small"
          icon={<Copy />}
          onClick={() => void copy()}
        />
      </div>
      <p className="text-12 text-ink-faint">{hint}</p>
      {leadsToThisMachine(url) && (
        <p className="text-12 text-warn">
          Only programs on the server’s own machine can call this address. Start Curlew with
          CURLEW_PUBLIC_URL, the address at which it is reached from outside, before you give it to a
          provider.
        </p>
      )}
      {isChanged && (
        <p className="text-12 text-warn">
          The key of the server was changed, and this address with it. An address that was handed out under an
          earlier key works as long as CURLEW_SECRET_PREVIOUS names that key: until then, put this one in
          wherever the earlier one stands.
        </p>
      )}
    </div>
  );
}
