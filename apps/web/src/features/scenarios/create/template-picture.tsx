import { type NodeFamily, scenarioTemplates } from '@curlew/scenario';
import { newElementId } from '../../../lib/new-element-id.ts';
import { boxSize, sketchOf } from './sketch.ts';

interface TemplatePictureProps {
  readonly templateId: string;
}

// The same at each look: a template is built once for its picture.
const sketches = new Map(scenarioTemplates.map(({ id, build }) => [id, sketchOf(build(newElementId))]));

const leastWidth = 1_500;

const boxClasses: { readonly [F in NodeFamily]: string } = {
  trigger: 'fill-trigger-wash stroke-trigger',
  flow: 'fill-flow-wash stroke-flow',
  message: 'fill-message-wash stroke-message',
  data: 'fill-data-wash stroke-data',
};

/** What a template looks like on the canvas, from afar. */
export function TemplatePicture({ templateId }: TemplatePictureProps) {
  const sketch = sketches.get(templateId);
  if (!sketch) return null;
  // A short one is not blown up: its boxes are as large as those of the others.
  const width = Math.max(sketch.width, leastWidth);
  return (
    <svg
      aria-hidden
      viewBox={`${(sketch.width - width) / 2} 0 ${width} ${sketch.height}`}
      className="h-12 w-full"
      preserveAspectRatio="xMidYMid meet"
    >
      {sketch.lines.map(({ id, path }) => (
        <path key={id} d={path} className="fill-none stroke-line-strong" strokeWidth={8} />
      ))}
      {sketch.boxes.map(({ id, x, y, family }) => (
        <rect key={id} x={x} y={y} {...boxSize} rx={24} strokeWidth={8} className={boxClasses[family]} />
      ))}
    </svg>
  );
}
