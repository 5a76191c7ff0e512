import { viewMessage } from '../control/message-view.ts';
import type { MessageView } from '../control/message-view.ts';
import type { Phone } from '../ledger/ledger.ts';
import { formatCount, formatTime } from './format.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { linkTo } from './page-address.ts';
import type { PageAddress } from './page-address.ts';

const mostShown = 200;
const alphabets: Readonly<Record<string, string>> = { GSM: 'GSM-7', UNICODE: 'Unicode' };

/** One phone as one would hold it: who wrote, what, when, and what each message cost in parts. */
export function renderPhone(phone: Phone, address: PageAddress): Html {
  const now = new Date();
  const hidden = phone.messages.length - mostShown;
  const bubbles = phone.messages.slice(-mostShown).map((message) => renderBubble(viewMessage(message), now));
  return html`<article class="phone" aria-labelledby="phone-number">
    <header>
      <a class="back" href="${linkTo(address, { phone: '' })}">All phones</a>
      <h2 id="phone-number">+${phone.number}</h2>
      <p>${formatCount(phone.messages.length, 'message')}</p>
    </header>
    <div class="screen" id="screen" role="log" aria-label="Messages on +${phone.number}" tabindex="0">
      ${hidden > 0 ? html`<p class="quiet">${formatCount(hidden, 'earlier message')} not shown.</p>` : nothing}
      <ol>
        ${bubbles}
      </ol>
    </div>
  </article>`;
}

function renderBubble(message: MessageView, now: Date): Html {
  return html`<li>
    <p class="sender">${message.sender}</p>
    <p class="bubble" dir="auto">${message.text}</p>
    <p class="facts">
      <time datetime="${message.at}">${formatTime(message.at, now)}</time>
      <span>${formatCount(message.parts, 'part')}</span>
      <span>${alphabets[message.encoding] ?? message.encoding}</span>
    </p>
  </li>`;
}
