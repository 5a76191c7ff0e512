// Characters counted per second: ours against the two counters on npm, on the same texts. Prints JSON on its last line.
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { countSms } from '../packages/sms/src/index.ts';

type Count = (text: string) => number;

interface Contender {
  readonly name: string;
  readonly count: Count;
}

interface SplitSms {
  split(text: string, options: { summary: boolean }): { parts: readonly unknown[] };
}

interface SegmentsCalculator {
  SegmentedMessage: new (text: string) => { segmentsCount: number };
}

// Both are dependencies of packages/sms, for its tests.
const load = createRequire(new URL('../packages/sms/package.json', import.meta.url));
const splitSms: SplitSms = load('split-sms');
const { SegmentedMessage }: SegmentsCalculator = load('sms-segments-calculator');

const OURS: Contender = { name: 'curlew', count: (text) => countSms(text).parts.length };
// split-sms is timed both with and without part contents, and the faster way counts.
const OTHERS: readonly Contender[] = [
  { name: 'split-sms', count: (text) => splitSms.split(text, { summary: false }).parts.length },
  { name: 'split-sms summary', count: (text) => splitSms.split(text, { summary: true }).parts.length },
  { name: 'sms-segments-calculator', count: (text) => new SegmentedMessage(text).segmentsCount },
];

const GSM_SENTENCES = [
  'Hi Ana, your order 48213 has left our warehouse and should be with you tomorrow between 9 and 12. ',
  'Final hours: 20% off everything in store & online with code SPRING. Reply STOP to opt out. ',
  'Grüße aus Köln! Ihr Gutschein über 15€ wartet: https://crlw.example/a8Kd2 [gültig bis 31.12.] ',
  'Votre séjour à Orléans: 3 nuits dès 199€ ~ petit déjeuner {compris}, à réserver avant lundi. ',
];
const UNICODE_SENTENCES = [
  'Здравствуйте! Ваш заказ 48213 уже в пути, ждите курьера завтра с 9 до 12. ',
  'Don’t miss it – “20% off” ends tonight… 🎉 Tap to shop 👉 https://crlw.example/a8Kd2 ',
  '您好，您的订单已发货，预计明天上午送达，请保持电话畅通。',
  'Xin chào, đơn hàng của bạn sẽ được giao vào ngày mai từ 9 giờ đến 12 giờ. ',
  'Καλημέρα! Η παραγγελία σας θα παραδοθεί αύριο το πρωί. ',
];
// A short message, a full one, and 2, 3, 4, 6 and 8 full parts: eight is the most a campaign may send.
const GSM_LENGTHS = [40, 160, 306, 459, 612, 918, 1224];
const UNICODE_LENGTHS = [18, 70, 134, 201, 268, 402, 536];
const SLICE_MS = 10;
const TURNS = 150;

function makeTexts(sentences: readonly string[], lengths: readonly number[]): string[] {
  return sentences.flatMap((sentence) =>
    lengths.map((length) => {
      const cut = sentence
        .repeat(Math.ceil(length / sentence.length))
        .slice(0, length)
        .toWellFormed()
        .normalize('NFC');
      // A copy through UTF-8, so that no counter is charged for flattening a rope of repeats.
      return Buffer.from(cut).toString();
    }),
  );
}

interface Tally {
  characters: number;
  milliseconds: number;
}

/** Counts all texts over and over for one slice of time. */
function runSlice(count: Count, texts: readonly string[], tally: Tally): void {
  const started = performance.now();
  let elapsed = 0;
  let parts = 0;
  while (elapsed < SLICE_MS) {
    for (const text of texts) {
      parts += count(text);
      tally.characters += text.length;
    }
    elapsed = performance.now() - started;
  }
  if (parts === 0) throw new Error('The counter found no parts.');
  tally.milliseconds += elapsed;
}

/** Characters per second. Contenders take turns in short slices, so that other load on the machine slows all of them alike. */
function measure(texts: readonly string[]): Map<string, number> {
  const contenders = [OURS, ...OTHERS];
  for (const { count } of contenders) runSlice(count, texts, { characters: 0, milliseconds: 0 });
  const runs = contenders.map((contender) => ({ ...contender, tally: { characters: 0, milliseconds: 0 } }));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { count, tally } of runs) {
      // A slow counter overruns its slice, and waits for the others to catch up.
      if (tally.milliseconds <= turn * SLICE_MS) runSlice(count, texts, tally);
    }
  }
  return new Map(
    runs.map(({ name, tally }) => [name, Math.round((tally.characters / tally.milliseconds) * 1000)]),
  );
}

/** Ours to the fastest of the others. */
function findRatio(speeds: ReadonlyMap<string, number>): number {
  const fastest = Math.max(...OTHERS.map(({ name }) => speeds.get(name) ?? 0));
  return Math.round(((speeds.get(OURS.name) ?? 0) / fastest) * 100) / 100;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** One keystroke in a message of eight full parts: the whole of it is counted again. */
function measureKeystroke(): number {
  const text = 'a'.repeat(1223);
  const times = Array.from({ length: 2000 }, (_, index) => {
    const typed = text + String.fromCharCode(97 + (index % 26));
    const started = performance.now();
    countSms(typed);
    return performance.now() - started;
  });
  return Math.round(median(times) * 1e6) / 1e3;
}

console.error(
  `sms: Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; ${GSM_SENTENCES.length} GSM and ` +
    `${UNICODE_SENTENCES.length} Unicode texts in ${GSM_LENGTHS.length} lengths of one to eight parts; ` +
    `${TURNS} turns of ${SLICE_MS} ms per counter.`,
);
const gsm = measure(makeTexts(GSM_SENTENCES, GSM_LENGTHS));
const unicode = measure(makeTexts(UNICODE_SENTENCES, UNICODE_LENGTHS));
console.log(
  JSON.stringify({
    ratioGsm: findRatio(gsm),
    ratioUnicode: findRatio(unicode),
    gsmCharactersPerSecond: Object.fromEntries(gsm),
    unicodeCharactersPerSecond: Object.fromEntries(unicode),
    keystrokeMicroseconds: measureKeystroke(),
  }),
);
