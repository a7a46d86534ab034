import type { Part } from '../part.ts';
import { amendRecord, record } from './record.ts';

/** 补录: what happened elsewhere or before, as its source tells it. */
export const recordPart: Part = { actions: [record, amendRecord] };
