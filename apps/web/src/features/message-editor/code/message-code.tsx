import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import type { CompletionData } from '../completion/completion-data.ts';
import { useEscape } from '../use-escape.ts';
import { createMessageView, type KeptView, type MessageView } from './message-view.ts';
import type { PastedOffer } from './pasted-text.ts';

/** What buttons beside a text do to it. */
export type MessageCodeHandle = Pick<MessageView, 'write' | 'insert' | 'answerPasted'>;

interface MessageCodeProps {
  readonly ref?: Ref<MessageCodeHandle>;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onPastedOffer: (offer: PastedOffer | null) => void;
  readonly label: string;
  readonly describedBy: string;
  readonly isReadOnly: boolean;
  readonly completionData: CompletionData;
  /** What its short links begin with; null: links stay as they are. */
  readonly linkBase: string | null;
  /** Editors as they were left, by what they are an editor of. */
  readonly kept: Map<string, KeptView>;
  readonly keptAs: string;
}

/** The text of one message, with what it costs and what is wrong shown in place. */
export function MessageCode(props: MessageCodeProps) {
  const { ref, value, label, describedBy, isReadOnly, completionData, linkBase } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<MessageView>(null);

  const change = useEffectEvent((text: string) => props.onChange(text));
  const offer = useEffectEvent((pasted: PastedOffer | null) => props.onPastedOffer(pasted));
  const open = useEffectEvent((parent: HTMLElement) =>
    createMessageView({
      parent,
      text: props.value,
      settings: { label, describedBy, isReadOnly, completionData, linkBase },
      onChange: (text) => change(text),
      onPastedOffer: (pasted) => offer(pasted),
      kept: props.kept.get(props.keptAs),
    }),
  );
  const keep = useEffectEvent((opened: MessageView) => props.kept.set(props.keptAs, opened.keep()));

  useEffect(() => {
    if (!host.current) return undefined;
    const opened = open(host.current);
    view.current = opened;
    return () => {
      view.current = null;
      keep(opened);
      opened.destroy();
    };
  }, []);
  useEffect(() => view.current?.receive(value), [value]);
  useEffect(
    () => view.current?.configure({ label, describedBy, isReadOnly, completionData, linkBase }),
    [label, describedBy, isReadOnly, completionData, linkBase],
  );
  useImperativeHandle(
    ref,
    () => ({
      write: (text) => view.current?.write(text),
      insert: (text) => view.current?.insert(text),
      answerPasted: (answer) => view.current?.answerPasted(answer),
    }),
    [],
  );
  useEscape(() => view.current?.closeFloating() ?? false);

  return <div ref={host} className="h-full min-h-0" />;
}
