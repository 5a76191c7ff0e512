import './dry-run-panel.css';
import type { DryLife, DryRunReply } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { ArrowLeft, X, Zap } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatMomentIn } from '../../lib/format-in-zone.ts';
import { formatCount } from '../../lib/format-number.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ClockBar } from './clock-bar.tsx';
import type { DryClock, DryRunStore } from './dry-run-store.ts';
import { ExpectationsSection } from './expectations/expectations-section.tsx';
import type { ExpectationsOf } from './expectations/use-expectations.ts';
import { EventForm } from './event-form.tsx';
import { SampleList } from './sample-list.tsx';
import { ScriptFields } from './script-fields.tsx';
import { suggestEvent } from './suggest-event.ts';
import { describeStanding, momentsOf, writeTimeLine } from './time-line.ts';
import { TimeLineList } from './time-line-list.tsx';
import { WinnerNote } from './winner-note.tsx';
import { WhoFields } from './who-fields.tsx';

interface DryRunPanelProps {
  readonly store: DryRunStore;
  readonly document: ScenarioDocument;
  /** Undefined: it is on its way. */
  readonly reply: DryRunReply | undefined;
  readonly problem: string | null;
  readonly onRetry: () => void;
  readonly picker: ReactNode;
  readonly where: ExpectationsOf;
}

const clocks = [
  { value: 'project', label: 'Project’s time' },
  { value: 'customer', label: 'Customer’s time' },
] as const satisfies readonly { readonly value: DryClock; readonly label: string }[];

const elsewhere = 'input, select, textarea, [role="radio"]';

/** The life that is looked at; undefined: all of a sample. */
const lookedAt = (lives: readonly DryLife[], customerId: string | null): DryLife | undefined =>
  lives.length === 1 ? lives[0] : lives.find((life) => life.customerId === customerId && customerId !== null);

/** Who plays, the clock, what happens, and what the world decides. */
export function DryRunPanel(props: DryRunPanelProps) {
  const { store, document, reply, problem, onRetry, picker, where } = props;
  const { at: chosenAt, customerId, clock, startsAt } = useStore(store);
  const [isAdding, setAdding] = useState(false);
  const lives = useMemo(() => reply?.lives ?? [], [reply]);
  const life = lookedAt(lives, customerId);
  const projectZone = reply?.timeZone ?? 'UTC';
  const timeZone = clock === 'customer' && life ? life.timeZone : projectZone;
  const writeMoment = (at: number): string => formatMomentIn(at, timeZone);
  const moments = useMemo(
    () => (reply ? momentsOf(life ? [life] : reply.lives, reply) : [startsAt]),
    [reply, life, startsAt],
  );
  const at = chosenAt ?? moments.at(-1) ?? startsAt;
  const place = Math.max(
    0,
    moments.findLastIndex((moment) => moment <= at),
  );
  const entries = useMemo(() => (life ? writeTimeLine(life, document) : []), [life, document]);
  const errors = reply?.issues.filter(({ severity }) => severity === 'error') ?? [];
  const hasBegun = lives.some(({ walks }) => walks.length > 0);
  const now = entries.filter((entry) => entry.at === moments[place]);

  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = globalThis.document.activeElement;
    root.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const close = (): void => store.setState({ isOpen: false, isPlaying: false });

  const step = (event: KeyboardEvent): void => {
    // A dialog over it hears its own keys.
    if (!(event.target instanceof Node) || !root.current?.contains(event.target)) return;
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      close();
      return;
    }
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || (event.target instanceof Element && event.target.closest(elsewhere))) return;
    const next = moments[place + by];
    if (next !== undefined) store.setState({ at: next, isPlaying: false });
    event.preventDefault();
  };

  return (
    // The arrow keys are the clock's, wherever the focus is in here but in a field.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={root}
      tabIndex={-1}
      aria-label="Dry run"
      className="dry-run-panel flex flex-col border-line bg-surface outline-none"
      onKeyDown={step}
    >
      <header className="flex h-12 shrink-0 items-center gap-2 border-b pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-14 font-semibold">Dry run</h2>
        <IconButton label="Close" icon={<X />} tooltipSide="bottom" onClick={close} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <p className="text-12 text-ink-muted">
          Played by the engine that sends, over what is drawn now. Nothing is written or sent.
        </p>
        <WhoFields projectId={where.projectId} store={store} picker={picker} />
        {problem !== null && (
          <Banner
            kind="error"
            action={
              <Button size="small" onClick={onRetry}>
                Try again
              </Button>
            }
          >
            {problem}
          </Banner>
        )}
        {errors.length > 0 && (
          <Banner kind="warning">
            {errors.length === 1 ? '1 problem keeps' : `${errors.length} problems keep`} it from running:{' '}
            {errors[0]?.message}.
          </Banner>
        )}
        {reply && errors.length === 0 && (
          <>
            {life && life.timeZone !== projectZone && (
              <Segmented
                aria-label="Whose clock"
                size="small"
                options={clocks}
                value={clock}
                onChange={(next) => store.setState({ clock: next })}
              />
            )}
            <ClockBar store={store} moments={moments} place={place} writeMoment={writeMoment} />
            <p className="text-12 text-ink-faint">
              {timeZone === projectZone ? 'The project’s time' : 'The customer’s time'}, {timeZone}
            </p>
            {reply.playedUntil < reply.endsAt && (
              <Banner kind="warning">
                Only played until {writeMoment(reply.playedUntil)}: so much happens.
              </Banner>
            )}
            {!hasBegun && (
              <p className="text-13 text-ink">
                Nobody comes in during this time. Add the event that starts it, or choose how they come in.
              </p>
            )}
            {lives.length > 1 && life && (
              <Button
                size="small"
                variant="ghost"
                icon={<ArrowLeft />}
                onClick={() => store.setState({ customerId: null })}
              >
                All {lives.length} customers
              </Button>
            )}
            {life ? (
              <>
                <TimeLineList entries={entries} at={at} store={store} writeMoment={writeMoment} />
                <ul aria-label="At the end" className="flex flex-col gap-1 border-t pt-3">
                  {[...Map.groupBy(life.walks, (walk) => describeStanding(walk, document, writeMoment))].map(
                    ([words, { length }]) => (
                      <li key={words} className="text-13 text-ink-muted">
                        {length === 1 ? words : `${words}, ${formatCount(length, 'time')}`}
                      </li>
                    ),
                  )}
                </ul>
              </>
            ) : (
              <SampleList lives={lives} at={at} store={store} />
            )}
          </>
        )}
        {isAdding ? (
          <EventForm
            store={store}
            after={Math.max(0, Math.floor((at - startsAt) / 1_000))}
            suggested={suggestEvent(document)}
            when={writeMoment(at)}
            onClose={() => setAdding(false)}
          />
        ) : (
          <Button size="small" icon={<Zap />} onClick={() => setAdding(true)}>
            Something happens…
          </Button>
        )}
        <ExpectationsSection
          where={where}
          store={store}
          document={document}
          life={errors.length === 0 ? life : undefined}
          timeZone={projectZone}
        />
        <WinnerNote document={document} store={store} />
        <details className="group">
          <summary className="cursor-pointer rounded-control text-13 font-medium text-ink">
            Start, length and answers
          </summary>
          <div className="flex flex-col gap-3 pt-3">
            <ScriptFields store={store} document={document} timeZone={timeZone} writeMoment={writeMoment} />
          </div>
        </details>
      </div>
      <output className="sr-only">
        {now.length === 0
          ? ''
          : `${writeMoment(at)}: ${now.map(({ words, message }) => (message ? `${words}: ${message.text ?? message.refusal?.message ?? ''}` : words)).join('. ')}`}
      </output>
    </section>
  );
}
