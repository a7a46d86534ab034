/** Jobs that behave as hostile documents make a reader behave. */
export const double = ({ amount }: { readonly amount: number }): number => amount * 2;
export const forever = (): never => {
  for (;;);
};
export const fillHeap = (): never => {
  const kept: unknown[] = [];
  for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => ({ at })));
};
export const fillBuffers = async (): Promise<never> => {
  const kept: Buffer[] = [];
  for (;;) {
    kept.push(Buffer.alloc(4 * 1024 * 1024, 1));
    await new Promise((resolve) => void setTimeout(resolve, 1));
  }
};
export const bug = (): never => {
  throw new TypeError('x is not a function');
};
export const leave = (): never => process.exit(3);
export const writeFile = async (): Promise<void> => {
  const { writeFileSync } = await import('node:fs');
  writeFileSync('written-by-a-document', 'x');
};
export const secrets = (): readonly string[] => Object.keys(process.env);
