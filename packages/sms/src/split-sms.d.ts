declare module 'split-sms' {
  interface SplitPart {
    content: string;
    length: number;
    bytes: number;
  }
  export function split(text: string): { characterSet: 'GSM' | 'Unicode'; parts: SplitPart[] };
}
