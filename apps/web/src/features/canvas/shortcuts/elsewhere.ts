/** What takes typed text has keys and the clipboard for itself. */
export const typing = 'input, textarea, select, [contenteditable="true"]';

/** So has what lies over the page. */
export const floating = '[role="dialog"], [role="alertdialog"], [role="menu"]';
