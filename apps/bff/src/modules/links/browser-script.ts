/**
 * What a shop's pages load to learn who followed a link: it takes the token out of the address, exchanges it once, and
 * tells the page by an event.
 */
export const browserScript = `(function () {
  var address = new URL(location.href);
  var token = address.searchParams.get('iitt');
  if (!token) return;
  address.searchParams.delete('iitt');
  history.replaceState(history.state, '', address);
  var exchange = new URL('identity', document.currentScript.src);
  fetch(exchange, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: token })
  })
    .then(function (answer) { return answer.ok ? answer.json() : null; })
    .then(function (customer) {
      if (customer) document.dispatchEvent(new CustomEvent('curlew:customer', { detail: customer }));
    });
})();
`;
