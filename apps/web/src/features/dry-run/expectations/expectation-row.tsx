import type { Expectation, ExpectationResult } from '@curlew/contract';
import { Check, CircleHelp, Play, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { StatusPill } from '../../../ui/status-pill.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface ExpectationRowProps {
  readonly expectation: Expectation;
  /** Undefined: it was not run yet. */
  readonly result: ExpectationResult | undefined;
  readonly mayChange: boolean;
  readonly onChange: (change: { readonly name?: string; readonly blocks?: boolean }) => void;
  readonly onShow: () => void;
  readonly onDelete: () => void;
}

const looks = {
  met: { word: 'Met', tone: 'good', icon: <Check /> },
  not_met: { word: 'Not met', tone: 'bad', icon: <X /> },
  not_run: { word: 'Not run', tone: 'warn', icon: <CircleHelp /> },
} as const;

/** Something that is expected, and what came of it. */
export function ExpectationRow({ expectation, result, mayChange, ...props }: ExpectationRowProps) {
  const { onChange, onShow, onDelete } = props;
  const { name, blocks } = expectation;
  const [typed, setTyped] = useState(name);
  const look = result && looks[result.status];
  const rename = (): void => {
    if (typed.trim() !== '' && typed.trim() !== name) onChange({ name: typed.trim() });
    else setTyped(name);
  };
  return (
    <li className="flex flex-col gap-2 py-2">
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          {mayChange ? (
            <TextField
              size="small"
              aria-label={`Name of ${name}`}
              maxLength={100}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={rename}
              onKeyDown={(event) => event.key === 'Enter' && rename()}
            />
          ) : (
            <p className="text-13 text-ink">{name}</p>
          )}
        </div>
        <IconButton label={`Play ${name}`} icon={<Play />} size="small" onClick={onShow} />
        {mayChange && (
          <IconButton label={`Delete ${name}`} icon={<Trash2 />} size="small" onClick={onDelete} />
        )}
      </div>
      <div className="flex items-center justify-between gap-2">
        {mayChange ? (
          <Switch label="Blocks the start" isOn={blocks} onChange={(isOn) => onChange({ blocks: isOn })} />
        ) : (
          <p className="text-12 text-ink-muted">{blocks ? 'Blocks the start' : 'Warns before the start'}</p>
        )}
        {look && (
          <StatusPill tone={look.tone} icon={look.icon}>
            {look.word}
          </StatusPill>
        )}
      </div>
      {result?.differences.map(({ message }) => (
        <p key={message} className="text-12 text-ink-muted">
          {message}.
        </p>
      ))}
    </li>
  );
}
