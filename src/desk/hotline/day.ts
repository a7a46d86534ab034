/** Whether a day was chosen; a cleared picker holds null. */
export const isDayWritten = (on: string | null): boolean => on !== null && /^\d{4}-\d{2}-\d{2}$/.test(on);
