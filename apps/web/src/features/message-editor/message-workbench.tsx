import { useRef, useState } from 'react';
import { useFocusField } from '../../lib/use-focus-field.ts';
import { TabPanel } from '../../ui/tab-panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { EditorTab } from './editor-tab.tsx';
import type { MessageProps } from './message-props.ts';
import { PreviewTab } from './preview/preview-tab.tsx';
import { SettingsTab } from './settings-tab/settings-tab.tsx';
import { tabOfField, type MessageTab } from './tab-of-field.ts';
import { versionOfField } from './version-of-field.ts';

const tabs = [
  { value: 'editor', label: 'Editor' },
  { value: 'settings', label: 'Settings' },
  { value: 'preview', label: 'Preview' },
] as const;

const messageOf = (index: number): string => `versions.${index}.message`;

/** The whole editor of a message: its text, the rules it follows, and what any customer would read. */
export function MessageWorkbench(props: MessageProps) {
  const { focusField } = props;
  const box = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState<MessageTab>(() => tabOfField(focusField));
  const [open, setOpen] = useState(() => versionOfField(focusField));
  const [asked, setAsked] = useState(() => ({ field: focusField ?? messageOf(open) }));
  useFocusField(box, asked);

  const write = (index: number) => {
    setTab('editor');
    setOpen(index);
    setAsked({ field: messageOf(index) });
  };

  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <Tabs label="Message" tabs={tabs} value={tab} onChange={setTab}>
        <TabPanel value="editor" isKept>
          <EditorTab
            {...props}
            open={open}
            onOpen={setOpen}
            onWrite={write}
            onChooseEvent={() => setTab('preview')}
          />
        </TabPanel>
        <TabPanel value="settings">
          <SettingsTab {...props} />
        </TabPanel>
        <TabPanel value="preview">
          <PreviewTab {...props} onOpenVersion={write} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
