/** Begins the reason of a message that a person decided about, as nobody could say whether it was sent. */
export const undecided = 'Nobody could say whether it was sent: ';
