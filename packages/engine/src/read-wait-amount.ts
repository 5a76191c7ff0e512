const most = 10_000;

/** How many units an expression means: rounded down, from 0 to 10,000; undefined where it gave no number (N62). */
export const readWaitAmount = (rendered: string): number | undefined => {
  const text = rendered.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return undefined;
  const number = Number(text);
  return Number.isNaN(number) ? undefined : Math.min(Math.max(Math.floor(number), 0), most);
};
