/** What asking the runtime's calendar costs, in allocation units. */
export const calendarCost = 2_000;
