const MARK = /^\s*\[\d{1,4}\]\s*$/;

/**
 * Whether raised text is only a mark that points to a source or note, such as `[3]`. It is not part of what the text
 * says: `97` with a raised `[3]` is the number 97.
 */
export const isReferenceMark = (raised: string): boolean => MARK.test(raised);
