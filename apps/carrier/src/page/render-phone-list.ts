import type { PhonePage } from '../control/list-phones.ts';
import { formatTime } from './format.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { linkTo } from './page-address.ts';
import type { PageAddress } from './page-address.ts';

export function renderPhoneList(page: PhonePage, address: PageAddress): Html {
  if (page.phones.length === 0) {
    return address.search === ''
      ? html`<p class="quiet">Phones appear here as soon as a message reaches them.</p>`
      : html`<p class="quiet">
          No phone matches “${address.search}”. Search by number, sender or the text of the last message, or
          <a href="${linkTo(address, { search: '' })}">show all phones</a>.
        </p>`;
  }
  const now = new Date();
  const rows = page.phones.map(
    ({ number, count, last }) =>
      html`<li>
        <a
          href="${linkTo(address, { phone: number })}"
          data-number="${number}"
          ${number === address.phone ? html`aria-current="true"` : nothing}
        >
          <span class="number">+${number}</span>
          <time datetime="${last.at}">${formatTime(last.at, now)}</time>
          <span class="excerpt" dir="auto">${last.text.slice(0, 120)}</span>
          <span class="count"><span class="unseen">Messages: </span>${count}</span>
        </a>
      </li>`,
  );
  const more = html`<a class="more" href="${linkTo(address, { show: address.show + 200 })}"
    >Show more phones</a
  >`;
  return html`<ul>
      ${rows}
    </ul>
    ${page.nextCursor === null ? nothing : more}`;
}
