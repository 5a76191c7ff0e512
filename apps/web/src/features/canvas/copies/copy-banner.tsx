import { formatMoment } from '../../../lib/format-date.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import type { LocalCopy } from '../saving/local-copy.ts';

interface CopyBannerProps {
  readonly copy: LocalCopy;
  readonly onBringBack: () => void;
  readonly onDelete: () => void;
}

/** Work that was set aside: offered until somebody decides about it. */
export function CopyBanner({ copy, onBringBack, onDelete }: CopyBannerProps) {
  const what = copy.by === null ? 'Your version' : `${copy.by}’s version`;
  return (
    <Banner
      kind="info"
      action={
        <span className="flex shrink-0 gap-2">
          <Button size="small" onClick={onBringBack}>
            Bring back
          </Button>
          <Button size="small" variant="ghost" onClick={onDelete}>
            Delete
          </Button>
        </span>
      }
    >
      {what} of {formatMoment(new Date(copy.at))} is kept in this browser.
    </Banner>
  );
}
