/** `GSM-7` is the 7-bit alphabet with its extension table, `UCS-2` is UTF-16BE (3GPP TS 23.038 §6.2). */
export type Encoding = 'GSM-7' | 'UCS-2';
