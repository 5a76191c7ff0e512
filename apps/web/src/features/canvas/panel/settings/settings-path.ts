import type { NodeKind, NodeOf } from '@curlew/scenario';
import type { FieldPath } from 'react-hook-form';

/** The dotted path of anything in the settings of some node kind: a misspelt one does not compile. */
export type SettingsPath = { [K in NodeKind]: FieldPath<NodeOf<K>['settings']> }[NodeKind];
