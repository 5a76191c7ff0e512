import { listPhones } from '../control/list-phones.ts';
import type { World } from '../world.ts';
import { toMsisdn } from '../xms/phone-number.ts';
import { formatCount } from './format.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import type { PageAddress } from './page-address.ts';
import { renderPhoneList } from './render-phone-list.ts';
import { renderPhone } from './render-phone.ts';

/** The whole page; the script asks for it again and swaps `#summary`, `#phones` and `#phone`, so it is drawn in one place. */
export function renderPage(world: World, address: PageAddress, origin: string): string {
  const { ledger } = world;
  const { search } = address;
  const list = listPhones(ledger, { search, cursor: undefined, limit: address.show });
  const phone = ledger.findPhone(toMsisdn(address.phone) ?? '');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${phone === undefined ? '' : `+${phone.number} – `}Carrier: phones</title>
        <link rel="icon" href="/static/carrier.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/static/carrier.css" />
        <script src="/static/carrier.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#phone">Skip to the phone</a>
        <header class="bar">
          <h1>Carrier: phones</h1>
          <p id="summary">${renderSummary(world)}</p>
          <p id="live" role="status"></p>
        </header>
        <div class="work" id="work" data-view="${phone === undefined ? 'list' : 'phone'}">
          <nav aria-label="Phones">
            <form role="search" action="/" method="get">
              <label for="search">Search phones</label>
              <input
                id="search"
                name="search"
                type="search"
                value="${search}"
                autocomplete="off"
                placeholder="Number, sender or text"
              />
              ${address.phone === '' ? nothing : html`<input type="hidden" name="phone" value="${address.phone}" />`}
            </form>
            <div id="phones">${renderPhoneList(list, address)}</div>
          </nav>
          <main id="phone" tabindex="-1">
            ${phone === undefined ? renderNoPhone(world, address, origin) : renderPhone(phone, address)}
          </main>
        </div>
      </body>
    </html>`.markup;
}

function renderSummary({ ledger }: World): Html {
  const { messages, phones, waiting, failed } = ledger.summarise();
  return html`${formatCount(messages, 'message')} on ${formatCount(phones, 'phone')}, ${waiting} under way,
  ${failed} failed`;
}

function renderNoPhone({ ledger, plan }: World, address: PageAddress, origin: string): Html {
  if (address.phone !== '') {
    return html`<section class="empty">
      <h2>Nothing has reached ${address.phone} yet</h2>
      <p>Its messages will appear here by themselves when they arrive.</p>
    </section>`;
  }
  if (ledger.received.length > 0) {
    return html`<section class="empty choose">
      <h2>Choose a phone</h2>
      <p>
        Its messages appear here, the newest at the bottom. The arrow keys walk the list, and / goes to the
        search.
      </p>
    </section>`;
  }
  return html`<section class="empty">
    <h2>No message has arrived yet</h2>
    <p>Start a scenario whose SMS node sends through this carrier, and the phones fill up by themselves.</p>
    <p>Or send one by hand:</p>
    <pre
      tabindex="0"
      role="region"
      aria-label="Sample request"
    ><code>curl -X POST ${origin}/xms/v1/${plan}/batches \\
  -H "Authorization: Bearer $CARRIER_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{"from":"Curlew","to":["+447700900123"],"body":"Hello"}'</code></pre>
  </section>`;
}
