import { ReactFlowProvider } from '@xyflow/react';
import { CanvasScreen } from './canvas-screen.tsx';
import type { ScenarioCanvasProps } from './canvas-props.ts';

/** The page of a scenario: its drawing, its panel, and how it is saved. */
export function ScenarioCanvas(props: ScenarioCanvasProps) {
  return (
    <ReactFlowProvider>
      <CanvasScreen {...props} />
    </ReactFlowProvider>
  );
}
