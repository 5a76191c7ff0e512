// Unpacks the browser, where it comes packed: two workers that begin at once would do so at the same time.
import { findBrowser } from './find-browser.ts';

await findBrowser();
