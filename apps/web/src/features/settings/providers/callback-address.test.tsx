// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CallbackAddress } from './callback-address.tsx';

afterEach(cleanup);

it.each([true, false])('says whether the address was another one before: %s', (isChanged) => {
  const url = 'https://curlew.example/hooks/01a20242-d422-714d-a856-e14b220af4da/secret';
  render(<CallbackAddress name="Sinch" url={url} hint="Enter it." isChanged={isChanged} />);
  expect(screen.getByText(url).className).not.toContain('truncate');
  expect(screen.queryByText(/works as long as CURLEW_SECRET_PREVIOUS names/) !== null).toBe(isChanged);
});

it.each([
  ['http://localhost:3000/hooks/1/secret', true],
  ['http://127.0.0.1/hooks/1/secret', true],
  ['http://[::1]:3000/hooks/1/secret', true],
  ['http://curlew.localhost/hooks/1/secret', true],
  ['https://localhost.example/hooks/1/secret', false],
  ['https://sms.example:127/hooks/127.0.0.1', false],
])('says that %s is reached by nobody outside: %s', (url, isSaid) => {
  render(<CallbackAddress name="Sinch" url={url} hint="Enter it." isChanged={false} />);
  expect(screen.queryByText(/Start Curlew with CURLEW_PUBLIC_URL/) !== null).toBe(isSaid);
});
