/** The list with one of its senders a place up or down; at the ends it stays as it is. */
export const moveSender = (senders: readonly string[], index: number, by: -1 | 1): string[] => {
  const [sender, other] = [senders[index], senders[index + by]];
  if (sender === undefined || other === undefined) return [...senders];
  return senders.with(index, other).with(index + by, sender);
};
