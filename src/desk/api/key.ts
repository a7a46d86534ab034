/** A fresh idempotency key. `crypto.randomUUID` is missing on pages that came over plain HTTP within an office. */
export const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
