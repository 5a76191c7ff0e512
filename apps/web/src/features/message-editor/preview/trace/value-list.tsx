import type { TracedValue } from '@curlew/engine';
import { classNames } from '../../../../lib/class-names.ts';
import { formatCount } from '../../../../lib/format-number.ts';
import type { Trace } from './trace-context.ts';

const mostShown = 50;

function Variables({ variables }: Pick<TracedValue, 'variables'>) {
  return variables.map(({ name, value }) => (
    <p key={name} className="line-clamp-3 text-12 wrap-anywhere text-ink-muted">
      <code className="font-mono text-ink">{name}</code>
      {value === null ? (
        <span className="text-warn"> is missing</span>
      ) : (
        <> = {value === '' ? '(empty)' : value}</>
      )}
    </p>
  ));
}

/** What each expression of the message gave, and from which variables. */
export function ValueList({ trace }: { readonly trace: Trace }) {
  const { values, active, setActive } = trace;
  if (values.length === 0) return null;
  const shown = values.slice(0, mostShown);
  return (
    <section aria-label="Variables" className="flex flex-col gap-2 border-t p-4">
      <h3 className="text-13 font-semibold text-ink">Variables</h3>
      <ol className="flex flex-col divide-y divide-line rounded-control border">
        {shown.map(({ expression, value, variables }, index) => (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- a value is its place in the message
            key={index}
            onPointerEnter={() => setActive(index)}
            onPointerLeave={() => setActive(null)}
            className={classNames('flex flex-col gap-0.5 px-3 py-1.5', active === index && 'bg-accent-wash')}
          >
            <p className="flex items-baseline justify-between gap-3 text-13">
              <code className="highlight-template line-clamp-2 min-w-0 px-1 font-mono text-12 wrap-anywhere">
                {expression}
              </code>
              <span className="line-clamp-2 max-w-1/2 text-right wrap-anywhere text-ink">
                {value === '' ? <span className="text-ink-muted">nothing</span> : value}
              </span>
            </p>
            <Variables variables={variables} />
          </li>
        ))}
      </ol>
      {values.length > shown.length && (
        <p className="text-12 text-ink-muted">And {formatCount(values.length - shown.length, 'other')}.</p>
      )}
    </section>
  );
}
