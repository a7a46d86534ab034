/** Text as a piece of a `like` pattern: what `like` would take for a sign of its own stands for itself. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (letter) => `\\${letter}`);
