/** Path of a Chromium, or undefined. */
export function findChromium(): string | undefined;
/** Installs what is missing where it can; an exit code. */
export function ensureChromium(): Promise<number>;
