import { Toaster as Sonner } from 'sonner';
import { useThemeStore } from '../lib/theme-store.ts';
import { useToastRoom } from './use-toast-room.ts';

/** Where notify() shows. Once, at the root. */
export function Toaster() {
  const theme = useThemeStore((state) => state.theme);
  const room = useToastRoom();
  return (
    <Sonner
      ref={room}
      theme={theme}
      position="bottom-right"
      style={{ fontFamily: 'inherit' }}
      containerAriaLabel="Notifications"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-3 rounded-card border border-line bg-surface-raised p-3 text-13 text-ink shadow-float [&_svg]:size-4 [&_svg]:shrink-0',
          icon: 'mt-0.5',
          content: 'min-w-0 flex-1',
          description: 'text-ink-muted',
          success: '[&_[data-icon]]:text-good',
          error: '[&_[data-icon]]:text-bad',
          actionButton:
            'h-7 shrink-0 rounded-control border border-line-button px-2 text-12 font-medium hover:bg-surface-hover',
        },
      }}
    />
  );
}
