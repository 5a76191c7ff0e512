// Runs before the first paint, so that a chosen theme never flashes in from the other one. A file of its own
// because the content security policy allows no inline script. Must agree with src/lib/theme-store.ts.
const chosen = /"theme":"(light|dark)"/.exec(localStorage.getItem('curlew.theme') ?? '');
if (chosen) document.documentElement.dataset.theme = chosen[1];
