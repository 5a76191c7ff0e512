const longest = 100;

/** What the file of a scenario is called: its name, without what file systems do not take. */
export const fileNameOf = (name: string): string => {
  const plain = name
    // oxlint-disable-next-line no-control-regex -- file systems take none of them
    .replace(/[\u0000-\u001f\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    .toWellFormed()
    .replace('\ufffd', '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${plain === '' ? 'scenario' : plain}.curlew.json`;
};
