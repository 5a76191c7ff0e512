import { type NodeKind, nodeKinds } from '@curlew/scenario';
import { classNames } from '../../../lib/class-names.ts';
import { familyTileClasses, kindIcons } from './node-looks.ts';

interface NodeIconProps {
  readonly kind: NodeKind;
}

/** What a node is, in the colour of its family. Its name always stands beside it. */
export function NodeIcon({ kind }: NodeIconProps) {
  const Icon = kindIcons[kind];
  return (
    <span
      aria-hidden
      className={classNames(
        'flex size-8 shrink-0 items-center justify-center rounded-control [&_svg]:size-4',
        familyTileClasses[nodeKinds[kind].family],
      )}
    >
      <Icon />
    </span>
  );
}
