import { createContext } from 'react';
import type { ChangeKind } from './change-looks.ts';

const none: ReadonlyMap<string, ChangeKind> = new Map();

/** What became of each node and note of the version that is shown. */
export const MarksContext = createContext(none);
