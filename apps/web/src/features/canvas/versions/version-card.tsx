import type { NodeProps } from '@xyflow/react';
import { memo, use } from 'react';
import { NodeCard } from '../flow/node-card.tsx';
import type { FlowCard, FlowNote } from '../flow/flow-types.ts';
import { NoteCard } from '../notes/note-card.tsx';
import { ChangeBadge } from './change-badge.tsx';
import { MarksContext } from './marks-context.ts';

function Mark({ id }: { readonly id: string }) {
  const kind = use(MarksContext).get(id);
  if (kind === undefined) return null;
  return (
    <span aria-hidden className="version-mark">
      <ChangeBadge kind={kind} />
    </span>
  );
}

/** A node of a version, with what became of it. */
export const VersionCard = memo(function VersionCard(props: NodeProps<FlowCard>) {
  return (
    <>
      <NodeCard {...props} />
      <Mark id={props.id} />
    </>
  );
});

/** A note of a version, likewise. */
export const VersionNote = memo(function VersionNote(props: NodeProps<FlowNote>) {
  return (
    <>
      <NoteCard {...props} />
      <Mark id={props.id} />
    </>
  );
});
