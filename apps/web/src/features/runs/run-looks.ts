import { CircleStop, Flag, type LucideIcon, Pause, Play, Upload } from 'lucide-react';
import type { RunCommand } from './find-controls.ts';

interface RunLook {
  /** On a button, beside the run that it is about. */
  readonly label: string;
  /** In the command palette, where nothing else says what it is about. */
  readonly named: string;
  readonly icon: LucideIcon;
}

export const runLooks: { readonly [C in RunCommand]: RunLook } = {
  start: { label: 'Start', named: 'Start the scenario', icon: Play },
  publish: { label: 'Publish changes', named: 'Publish changes', icon: Upload },
  resume: { label: 'Resume', named: 'Resume the run', icon: Play },
  pause: { label: 'Pause', named: 'Pause the run', icon: Pause },
  finish: { label: 'Finish', named: 'Finish the run', icon: Flag },
  stop: { label: 'Stop now', named: 'Stop the run now', icon: CircleStop },
};
