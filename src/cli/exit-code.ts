import { EXIT } from './command.ts';

/** The exit code of a refusal: 2 where the input cannot be read at all, 1 where the program says no to what it says. */
export const exitOf = (code: string): number =>
  /^(?:documents\.|cli\.no-file$|[a-z-]+\.unreadable(?:-row|-rows|-model)?$)/.test(code)
    ? EXIT.unreadable
    : EXIT.found;
