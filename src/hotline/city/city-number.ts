/** 市平台单号 as it is kept and looked for: one number however it is typed, in small letters or in full width. */
export const cityNumberOf = (said: string): string => said.normalize('NFKC').trim().toUpperCase();
