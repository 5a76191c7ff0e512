/**
 * For a dialog that closes: the focus goes back to where it was, or, when that is gone by then (its row was deleted), to
 * the heading, so that the keyboard goes on from this page and not from its very beginning.
 */
export const keepFocusOnPage = (): void => {
  // The dialog itself gives the focus back, right after this.
  setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector('h1')?.focus();
  });
};
