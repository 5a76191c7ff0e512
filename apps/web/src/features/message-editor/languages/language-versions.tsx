import type { LanguageVersion } from '@curlew/scenario';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { TabPanel } from '../../../ui/tab-panel.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import type { MessageProps } from '../message-props.ts';
import { languageNameOf } from '../text/language-name.ts';
import { findVersionFlags, type VersionFlag } from './version-flags.ts';
import { VersionTools } from './version-tools.tsx';

interface LanguageVersionsProps extends Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly'> {
  /** What its short links begin with; null: links stay as they are. */
  readonly linkBase: string | null;
  readonly open: number;
  readonly onOpen: (index: number) => void;
  /** Shows a version and goes on in its text. */
  readonly onWrite: (index: number) => void;
  readonly children: (version: LanguageVersion, index: number, flags: readonly VersionFlag[]) => ReactNode;
}

const noFlags: readonly VersionFlag[] = [];

function FlagMark({ flags }: { readonly flags: readonly VersionFlag[] }) {
  const [first] = flags;
  if (!first) return null;
  const label = flags.map(({ mark }) => mark).join(', ');
  return first.kind === 'differs' ? (
    <TriangleAlert aria-label={label} className="size-4 text-warn" />
  ) : (
    <CircleAlert aria-label={label} className="size-4 text-bad" />
  );
}

/** The language versions of a message as tabs, each with what is to be looked at in it. */
export function LanguageVersions(props: LanguageVersionsProps) {
  const { node, onChange, isReadOnly, linkBase, open, onOpen, onWrite, children } = props;
  const { settings } = node;
  const { versions, defaultLanguage } = settings;
  const shown = Math.min(open, versions.length - 1);
  // The key that was typed goes first.
  const settled = useDeferredValue(settings);
  const flags = useMemo(() => findVersionFlags(settled, linkBase), [settled, linkBase]);

  return (
    <div data-field="defaultLanguage" className="flex min-h-0 flex-1 flex-col">
      <Tabs
        label="Language versions"
        tabs={versions.map(({ language }, index) => ({
          value: String(index),
          label: languageNameOf(language),
          end: (
            <>
              {versions.length > 1 && language === defaultLanguage && (
                <span className="text-12 font-normal text-ink-faint">default</span>
              )}
              <FlagMark flags={flags[index] ?? noFlags} />
            </>
          ),
        }))}
        value={String(shown)}
        onChange={(chosen) => onOpen(Number(chosen))}
        end={
          !isReadOnly && (
            <VersionTools node={node} onChange={onChange} open={shown} onOpen={onOpen} onWrite={onWrite} />
          )
        }
      >
        {versions.map((version, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a version is its place, as in its issues' field
          <TabPanel key={index} value={String(index)}>
            {children(version, index, flags[index] ?? noFlags)}
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}
