import type { Customer } from '@curlew/contract';
import { useMemo } from 'react';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { Counter } from '../../counter/counter.tsx';
import type { MessageProps } from '../../message-props.ts';
import { languageNameOf } from '../../text/language-name.ts';
import { Phone } from '../phone.tsx';
import { useMessagePreview } from '../use-message-preview.ts';
import { Verdict } from '../verdict.tsx';
import { nodeInLanguage } from './node-in-language.ts';

interface LanguagePreviewsProps extends Pick<
  MessageProps,
  'projectId' | 'scenario' | 'node' | 'triggerEvents'
> {
  readonly customer: Customer;
}

function LanguagePreview({
  language,
  node,
  ...props
}: LanguagePreviewsProps & { readonly language: string }) {
  const own = useMemo(() => nodeInLanguage(node, language), [node, language]);
  const preview = useMessagePreview({ ...props, node: own });
  const name = languageNameOf(language);
  if (!preview) return <Skeleton label={`Loading ${name}`} rows={2} />;
  return (
    <section aria-label={name} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h4 className="text-13 font-medium text-ink">{name}</h4>
        <Verdict decision={preview.decision} />
      </div>
      <Phone
        sender={preview.sender}
        text={preview.text}
        linkBase={preview.linkBase}
        isRefused={preview.decision.status !== 'enqueued'}
        lacksEvent={preview.lacksEvent}
      />
      {preview.count && (
        <Counter
          label={`Length in ${name}`}
          count={preview.count}
          maximumParts={node.settings.maximumParts}
        />
      )}
    </section>
  );
}

/** Every language version side by side, as the customer would read it if it were theirs. */
export function LanguagePreviews(props: LanguagePreviewsProps) {
  const languages = [...new Set(props.node.settings.versions.map(({ language }) => language))];
  return (
    <section aria-label="All languages" className="grid grid-cols-1 gap-6 border-t p-4 md:grid-cols-2">
      {languages.map((language) => (
        <LanguagePreview key={language} {...props} language={language} />
      ))}
    </section>
  );
}
