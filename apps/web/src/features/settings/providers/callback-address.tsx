import { Copy } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { notify } from '../../../ui/notify.ts';

interface CallbackAddressProps {
  /** Of the integration. */
  readonly name: string;
  readonly url: string;
  /** What to do with it. */
  readonly hint: string;
}

/** Where the operator reports to, to be given to it. */
export function CallbackAddress({ name, url, hint }: CallbackAddressProps) {
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
      <div className="flex min-w-0 items-center gap-2 text-12">
        <span className="shrink-0 text-ink-muted">Callback address</span>
        <code className="min-w-0 truncate font-mono text-12 text-ink select-all" title={url}>
          {url}
        </code>
        <IconButton
          label={`Copy the callback address of ${name}`}
          size="small"
          icon={<Copy />}
          onClick={() => void copy()}
        />
      </div>
      <p className="text-12 text-ink-faint">{hint}</p>
    </div>
  );
}
