import type { Part } from '#lib/part.ts';
import { authorityLetter } from './letter.ts';
import { grantLetter, linkLetter, recordLetter, revokeLetter } from './letters.ts';
import { approvalSeal } from './seal.ts';
import { engraveSeal, returnSeal, useSeal } from './seals.ts';
import { approvalSection } from './section.ts';
import { abolishSection, establishSection, nameChief, seatSection } from './sections.ts';

/** 三集中三到位: the approving section of a department, its chief representative's authority, its seal. */
export const authorityPart: Part = {
  nouns: [approvalSection, authorityLetter, approvalSeal],
  actions: [
    establishSection,
    nameChief,
    seatSection,
    abolishSection,
    grantLetter,
    recordLetter,
    linkLetter,
    revokeLetter,
    engraveSeal,
    useSeal,
    returnSeal,
  ],
};
