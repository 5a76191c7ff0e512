import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Autosaver } from '../saving/autosaver.ts';
import { useCanvas } from '../state/canvas-context.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { NameVersionDialog } from './name-version-dialog.tsx';
import { useOverCanvas } from './use-over-canvas.ts';
import { useRestore } from './use-restore.ts';
import { useVersions } from './use-versions.ts';
import { VersionBar } from './version-bar.tsx';
import { VersionCanvas } from './version-canvas.tsx';
import { VersionList } from './version-list.tsx';
import type { ScenarioPlace } from './version-queries.ts';

interface VersionHistoryProps {
  readonly place: ScenarioPlace;
  readonly autosaver: Autosaver;
}

/** Earlier versions, over the canvas: looked at, compared, named, brought back. Escape leads back to the present. */
export function VersionHistory({ place, autosaver }: VersionHistoryProps) {
  const { documentStore, sessionStore, isReadOnly } = useCanvas();
  const revision = useStore(documentStore, ({ draft }) => draft.saved.revision);
  const versions = useVersions(place, revision);
  const [isNaming, setNaming] = useState(false);
  const close = (): void => sessionStore.setState({ isHistoryOpen: false });
  const root = useOverCanvas(close);
  const { restore, isRestoring } = useRestore({ place, store: documentStore, autosaver, onDone: close });
  const { chosen, comparison, isReady } = versions;

  // What is on the screen is the newest version, with all that was just typed.
  useEffect(() => {
    if (!isReadOnly) void autosaver.saveNow();
  }, [autosaver, isReadOnly]);

  return (
    <ReactFlowProvider>
      <section
        ref={root}
        tabIndex={-1}
        aria-label="Version history"
        className="absolute inset-0 z-20 flex bg-surface outline-none max-md:flex-col"
      >
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <VersionBar
            version={chosen}
            isReadOnly={isReadOnly}
            isRestoring={isRestoring}
            onRestore={restore}
            onName={() => setNaming(true)}
            onClose={close}
          />
          <div className="min-h-0 flex-1">
            {comparison && <VersionCanvas drawing={comparison.drawing} isStale={!isReady} />}
          </div>
        </div>
        <div className="flex w-90 shrink-0 flex-col border-l bg-surface max-md:h-1/2 max-md:w-full max-md:border-t max-md:border-l-0">
          <section aria-label="Versions" className="min-h-0 flex-1 overflow-y-auto">
            <VersionList versions={versions} />
          </section>
          <ChangesPanel versions={versions} />
        </div>
      </section>
      {isNaming && chosen && (
        <NameVersionDialog
          key={chosen.id}
          place={place}
          version={chosen}
          autosaver={autosaver}
          onClose={() => setNaming(false)}
        />
      )}
    </ReactFlowProvider>
  );
}
