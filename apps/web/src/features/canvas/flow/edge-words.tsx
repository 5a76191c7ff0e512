interface EdgeWordsProps {
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

const height = 20;
const padding = 8;
// Of the interface's type at 12 px; a little more than most letters take.
const letterWidth = 6.4;

/** The name of an output on its connection, as part of the drawing: hundreds of them cost next to nothing. */
export function EdgeWords({ words, x, y }: EdgeWordsProps) {
  const width = Math.round(words.length * letterWidth) + 2 * padding;
  return (
    <g className="edge-words" transform={`translate(${x} ${y})`} aria-hidden>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={height / 2} />
      <text textAnchor="middle" dominantBaseline="central">
        {words}
      </text>
    </g>
  );
}
