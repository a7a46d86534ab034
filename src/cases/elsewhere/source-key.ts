const plain = (said: string): string => said.normalize('NFKC').trim().toUpperCase();

/** The number of another system however it is typed: `a11`, `A11` and `Ａ11` are one; each system has its own. */
export const sourceKeyOf = ({ sourceSystem, sourceId }: { sourceSystem: string; sourceId: string }): string =>
  JSON.stringify([plain(sourceSystem), plain(sourceId)]);
/** The number alone, as it is looked for. */
export const sourceWords = (sourceId: string): string => plain(sourceId);
