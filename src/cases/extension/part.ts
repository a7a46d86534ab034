import type { Part } from '#lib/part.ts';
import { declineExtension, grantExtension } from './answer.ts';
import { askExtension } from './ask.ts';
import './refusals.ts';

/** One extension, asked in time and granted by the head of the body. */
export const extensionPart: Part = { actions: [askExtension, grantExtension, declineExtension] };
