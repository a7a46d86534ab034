/** 隐瞒、虚假 at the application (行政许可法 78): not accepted or refused, with a warning. */
export const FALSEHOODS = { concealed: '隐瞒有关情况', 'false-material': '提供虚假材料' } as const;
export type Falsehood = keyof typeof FALSEHOODS;
/** How a grant was got by improper means (行政许可法 69, 79): revoked. */
export const IMPROPER = {
  fraud: '以欺骗手段取得',
  bribery: '以贿赂手段取得',
  improper: '以其他不正当手段取得',
} as const;
export type Improper = keyof typeof IMPROPER;
export const BAD_FAITH = { ...FALSEHOODS, ...IMPROPER } as const;
export type BadFaith = keyof typeof BAD_FAITH;
export const isFalsehood = (ground: BadFaith): ground is Falsehood => ground in FALSEHOODS;
