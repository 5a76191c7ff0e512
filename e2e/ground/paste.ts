import type { Locator } from '@playwright/test';

/** What a page has and this side of it does not know. */
interface PageGlobals {
  readonly DataTransfer: new () => { setData(type: string, text: string): void };
  readonly ClipboardEvent: new (type: string, init: object) => Parameters<EventTarget['dispatchEvent']>[0];
}

/** Pastes a text into a field, without the clipboard of the machine. */
export const paste = (field: Locator, pasted: string): Promise<void> =>
  field.evaluate((element, text) => {
    // Runs in the page, which has both.
    const { DataTransfer, ClipboardEvent } = globalThis as unknown as PageGlobals;
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (element as unknown as EventTarget).dispatchEvent(event);
  }, pasted);
