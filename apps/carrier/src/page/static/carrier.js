// The server draws the page; this script asks for it again when something arrived, and swaps the parts that may have changed.
const parts = ['summary', 'phones', 'phone'];
const live = document.getElementById('live');
const work = document.getElementById('work');
const search = document.getElementById('search');
let isRefreshing = false;
let isStale = false;
let typing;

async function refresh() {
  if (isRefreshing) {
    isStale = true;
    return;
  }
  isRefreshing = true;
  try {
    do {
      isStale = false;
      const asked = location.href;
      const response = await fetch(asked);
      const text = await response.text();
      // The reader may have moved on while the answer was on its way.
      if (location.href === asked) show(new DOMParser().parseFromString(text, 'text/html'));
      else isStale = true;
    } while (isStale);
  } catch {
    // The carrier is away; the event stream reconnects by itself and asks again when it has.
  } finally {
    isRefreshing = false;
  }
}

function show(next) {
  const focused = document.activeElement?.dataset?.number;
  const screen = document.getElementById('screen');
  const hadFocus = screen !== null && screen === document.activeElement;
  const fromEnd = screen === null ? 0 : screen.scrollHeight - screen.scrollTop - screen.clientHeight;
  const place = screen?.scrollTop ?? 0;
  const number = document.getElementById('phone-number')?.textContent;
  for (const id of parts) {
    const [here, there] = [document.getElementById(id), next.getElementById(id)];
    if (here.innerHTML !== there.innerHTML) here.replaceChildren(...there.childNodes);
  }
  document.title = next.title;
  work.dataset.view = next.getElementById('work').dataset.view;
  if (focused !== undefined) findPhone(focused)?.focus({ preventScroll: true });
  const newScreen = document.getElementById('screen');
  if (newScreen === null) return;
  if (hadFocus) newScreen.focus({ preventScroll: true });
  const isSamePhone = number === document.getElementById('phone-number').textContent;
  newScreen.scrollTop = isSamePhone && fromEnd > 40 ? place : newScreen.scrollHeight;
}

function findPhone(number) {
  return document.querySelector(`#phones a[data-number="${CSS.escape(number)}"]`);
}

function go(address) {
  history.pushState(null, '', address);
  void refresh();
}

function searchNow() {
  const address = new URL(location.href);
  address.searchParams.delete('show');
  if (search.value === '') address.searchParams.delete('search');
  else address.searchParams.set('search', search.value);
  if (address.href === location.href) return;
  history.replaceState(null, '', address);
  void refresh();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('#phones a, .back, .empty a');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href);
  search.value = new URL(link.href).searchParams.get('search') ?? '';
});

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
    return;
  }
  const phones = [...document.querySelectorAll('#phones a')];
  const here = phones.indexOf(document.activeElement);
  const isInList = here !== -1 || document.activeElement === search;
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: phones.length - 1 }[event.key];
  if (!isInList || to === undefined || (here === -1 && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  (to === -1 ? search : phones[Math.min(to, phones.length - 1)])?.focus();
});

search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(searchNow, 150);
});

search.form.addEventListener('submit', (event) => {
  event.preventDefault();
  searchNow();
});

addEventListener('popstate', () => {
  search.value = new URL(location.href).searchParams.get('search') ?? '';
  void refresh();
});

const stream = new EventSource('/carrier/api/live');
stream.addEventListener('received', () => void refresh());
stream.addEventListener('open', () => {
  live.textContent = 'Live';
  live.dataset.state = 'live';
  void refresh();
});
stream.addEventListener('error', () => {
  live.textContent = 'Reconnecting to the carrier';
  live.dataset.state = 'away';
});

const screen = document.getElementById('screen');
if (screen !== null) screen.scrollTop = screen.scrollHeight;
