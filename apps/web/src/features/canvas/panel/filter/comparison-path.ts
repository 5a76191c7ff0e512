/** Where a comparison can stand in the settings of a node. */
export type ComparisonPath =
  | `where.${number}`
  | `filter.groups.${number}.conditions.${number}`
  | `filter.groups.${number}.conditions.${number}.where.${number}`;
