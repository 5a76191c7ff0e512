import { Dialog } from '../../../ui/dialog.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useCanvas, useSession } from '../state/canvas-context.ts';
import { shortcutGroups } from './shortcut-groups.ts';

/** All keys of the canvas. */
export function ShortcutSheet() {
  const { sessionStore } = useCanvas();
  const isOpen = useSession((state) => state.isShortcutSheetOpen);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(isShortcutSheetOpen) => sessionStore.setState({ isShortcutSheetOpen })}
      title="Keyboard shortcuts"
    >
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        {shortcutGroups().map(({ title, shortcuts }) => (
          <section key={title} aria-label={title}>
            <h3 className="pb-1 text-12 font-medium text-ink-faint">{title}</h3>
            <dl>
              {shortcuts.map(({ does, keys }) => (
                <div key={does} className="flex min-h-8 items-center justify-between gap-4">
                  <dt className="text-13">{does}</dt>
                  <dd className="shrink-0">
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
