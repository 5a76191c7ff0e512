import { importCommands } from '../../features/imports/commands.ts';
import { scenarioCommands } from '../../features/scenarios/commands.ts';
import type { Command } from '../../lib/command.ts';

/** What the features offer in the command palette, in this order: a feature adds its list here. */
export const featureCommands: readonly Command[] = [...scenarioCommands, ...importCommands];
