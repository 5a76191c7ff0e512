import { describe, expect, it } from 'vitest';
import { carrierUnderTest, hello } from '../testing/carrier-under-test.ts';
import { eventually } from '../testing/eventually.ts';

describe('page', () => {
  it('[C33] says what to do while no message has arrived', async () => {
    const carrier = await carrierUnderTest();
    const { text } = await carrier.call('/');
    expect(text).toContain('No message has arrived yet');
    expect(text).toContain(`curl -X POST ${carrier.url}/xms/v1/demo/batches`);
  });

  it('[C33] shows phones and messages without a script, and escapes what was sent', async () => {
    const carrier = await carrierUnderTest();
    await carrier.post({ ...hello, from: '<b>"&\'', body: '<script>alert(1)</script> "quoted" & \'more\'' });
    await eventually(() => carrier.summary()).toMatchObject({ messages: 1 });
    const { text } = await carrier.call('/?phone=447700900001&search=%22%3E%3Cimg%3E');
    expect(text).toContain(
      '<p class="bubble" dir="auto">&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &amp; &#39;more&#39;</p>',
    );
    expect(text).toContain('<p class="sender">&lt;b&gt;&quot;&amp;&#39;</p>');
    expect(text).not.toContain('<img>');
    expect(text).toContain('No phone matches');
    const list = await carrier.call('/');
    expect(list.text).toContain('href="/?phone=447700900001"');
    expect(list.text).toContain('Choose a phone');
  });

  it('[C33] allows no inline script or style, and uses none', async () => {
    const carrier = await carrierUnderTest();
    const { headers, text } = await carrier.call('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(
      / style=| on[a-z]+=|<style|<script(?! src="\/static\/carrier\.js" defer><\/script>)/,
    );
    for (const file of ['carrier.css', 'carrier.js', 'carrier.svg']) {
      expect((await carrier.call(`/static/${file}`)).status).toBe(200);
    }
  });

  it('[C33] takes odd addresses for the plain page', async () => {
    const carrier = await carrierUnderTest();
    expect((await carrier.call('/?show=many&phone=a&phone=b')).status).toBe(200);
    expect((await carrier.call('/?phone=000000')).text).toContain('Nothing has reached 000000 yet');
  });
});
