import type { Header } from '../../http/outbound/call-server.ts';

/** Header values are bytes; most servers read them as UTF-8. */
export const overTheWire = ({ name, value }: Header): Header => ({
  name,
  value: Buffer.from(value, 'utf8').toString('latin1'),
});

const ownHeaders: readonly Header[] = [
  { name: 'User-Agent', value: 'Curlew' },
  { name: 'Accept', value: '*/*' },
  { name: 'Accept-Encoding', value: 'identity' },
];

/** Headers together with those that every request has. */
export const withOwnHeaders = (headers: readonly Header[]): Header[] => {
  const given = new Set(headers.map(({ name }) => name.toLowerCase()));
  return [...headers, ...ownHeaders.filter(({ name }) => !given.has(name.toLowerCase()))];
};
