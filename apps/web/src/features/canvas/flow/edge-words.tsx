import { labelWidth } from './count-text.ts';

interface EdgeWordsProps {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** Whether `x` is the middle of it, or where it begins. */
  readonly anchor?: 'middle' | 'start';
  readonly isCount?: boolean;
  /** Shown on hover: the whole of what is shortened. */
  readonly title?: string;
}

const height = 20;

/** Words on a connection, as part of the drawing: hundreds of them cost next to nothing. */
export function EdgeWords({ words, x, y, anchor = 'middle', isCount = false, title }: EdgeWordsProps) {
  const width = labelWidth(words);
  const middle = anchor === 'middle' ? x : x + width / 2;
  return (
    <g
      className={isCount ? 'edge-words is-count' : 'edge-words'}
      transform={`translate(${middle} ${y})`}
      aria-hidden
    >
      {title && <title>{title}</title>}
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={height / 2} />
      <text textAnchor="middle" dominantBaseline="central">
        {words}
      </text>
    </g>
  );
}
