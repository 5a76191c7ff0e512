/** Where a condition of a filter stands in the settings of a node. */
export type ConditionPath = `filter.groups.${number}.conditions.${number}`;
