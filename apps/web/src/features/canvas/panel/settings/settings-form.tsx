import type { ScenarioNode } from '@curlew/scenario';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useFocusField } from '../../../../lib/use-focus-field.ts';
import { useKeepFocus } from '../../../../lib/use-keep-focus.ts';
import type { PanelTools } from '../panel-tools.ts';
import { readChange } from './read-change.ts';
import { SettingsContext, type SettingsTools } from './settings-context.ts';

interface SettingsFormProps {
  readonly projectId: string;
  readonly node: ScenarioNode;
  readonly tools: PanelTools;
  readonly children: ReactNode;
}

/**
 * The fields of a node. What is valid is in the document at once, and the fields show the document: what is undone,
 * or changed by someone else, shows in them. What cannot be saved stays in its field alone.
 */
export function SettingsForm({ projectId, node, tools, children }: SettingsFormProps) {
  const { isReadOnly, issues, fieldFocus, change, closeStep } = tools;
  const box = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<{ readonly field: string } | null>(null);
  useFocusField(box, fieldFocus);
  useFocusField(box, added);
  useKeepFocus(box);

  const shared = useMemo((): SettingsTools => {
    const type: SettingsTools['type'] = (path, value) => {
      const changed = readChange(node, path, value);
      if (changed.ok && !isReadOnly) change(changed.node, path);
    };
    return {
      projectId,
      node,
      isReadOnly,
      issues,
      read: (path, value) => readChange(node, path, value),
      type,
      choose: (path, value, focus) => {
        closeStep();
        type(path, value);
        closeStep();
        if (focus !== undefined) setAdded({ field: focus });
      },
    };
  }, [projectId, node, isReadOnly, issues, change, closeStep]);

  return (
    <SettingsContext value={shared}>
      <div ref={box} className="flex flex-col gap-4">
        {children}
      </div>
    </SettingsContext>
  );
}
