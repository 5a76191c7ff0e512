import type { LanguageVersion } from '@curlew/scenario';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { TabPanel } from '../../ui/tab-panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { MessageProps } from './message-props.ts';
import { languageNameOf } from './text/language-name.ts';

interface LanguageVersionsProps extends Pick<MessageProps, 'node' | 'issues'> {
  readonly open: number;
  readonly onOpen: (index: number) => void;
  readonly children: (version: LanguageVersion, index: number) => ReactNode;
}

/** The language versions of a message: one alone, several as tabs. */
export function LanguageVersions({ node, issues, open, onOpen, children }: LanguageVersionsProps) {
  const { versions, defaultLanguage } = node.settings;
  const [only] = versions;
  if (versions.length === 1 && only) return children(only, 0);

  const endOf = (version: LanguageVersion, index: number): ReactNode => {
    if (issues.some(({ field }) => field === `versions.${index}.message`)) {
      return <CircleAlert aria-label="has problems" className="size-4 text-bad" />;
    }
    return version.language === defaultLanguage ? (
      <span className="text-12 font-normal text-ink-faint">default</span>
    ) : null;
  };
  return (
    <Tabs
      label="Language versions"
      tabs={versions.map((version, index) => ({
        value: String(index),
        label: languageNameOf(version.language),
        end: endOf(version, index),
      }))}
      value={String(Math.min(open, versions.length - 1))}
      onChange={(chosen) => onOpen(Number(chosen))}
    >
      {versions.map((version, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a version is its place, as in its issues' field
        <TabPanel key={index} value={String(index)}>
          {children(version, index)}
        </TabPanel>
      ))}
    </Tabs>
  );
}
