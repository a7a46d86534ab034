/** 公用报装: what a firm is asked to connect. */
export const SERVICES = {
  water: '供水排水',
  gas: '燃气',
  power: '供电',
  cable: '有线电视',
  telecom: '通信',
} as const;
export type Service = keyof typeof SERVICES;
/** Not over yet: the case waits for it. */
export const OPEN = ['asked', 'answered', 'waiting'] as const;
