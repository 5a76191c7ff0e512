import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import { useEscape } from '../use-escape.ts';
import { createMessageView, type MessageView } from './message-view.ts';

interface MessageCodeProps {
  /** For what is done to the text by a button beside it. */
  readonly ref?: Ref<Pick<MessageView, 'write'>>;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  readonly describedBy: string;
  readonly isReadOnly: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The text of one message, with what it costs and what is wrong shown in place. */
export function MessageCode(props: MessageCodeProps) {
  const { ref, value, label, describedBy, isReadOnly, attributes } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<MessageView>(null);

  const change = useEffectEvent((text: string) => props.onChange(text));
  const open = useEffectEvent((parent: HTMLElement) =>
    createMessageView({
      parent,
      text: props.value,
      settings: { label, describedBy, isReadOnly, attributes },
      onChange: (text) => change(text),
    }),
  );

  useEffect(() => {
    if (!host.current) return undefined;
    const opened = open(host.current);
    view.current = opened;
    return () => {
      view.current = null;
      opened.destroy();
    };
  }, []);
  useEffect(() => view.current?.receive(value), [value]);
  useEffect(
    () => view.current?.configure({ label, describedBy, isReadOnly, attributes }),
    [label, describedBy, isReadOnly, attributes],
  );
  useImperativeHandle(ref, () => ({ write: (text) => view.current?.write(text) }), []);
  useEscape(() => view.current?.closeCompletions() ?? false);

  return <div ref={host} className="h-full min-h-0" />;
}
