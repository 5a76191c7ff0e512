import { findSourceReplacements as find } from '@curlew/engine';
import type { Replacement } from '@curlew/sms';
import { remember } from './remember.ts';

/** The safe replacements in the text of a template, in offsets of the source; what did not change is not searched again. */
export const findSourceReplacements = remember((source): readonly Replacement[] => find(source));
