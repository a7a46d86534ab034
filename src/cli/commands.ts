import { audit } from './audit.ts';
import { backup, restore } from './backup.ts';
import { bundle } from './bundle.ts';
import { classify } from './classify.ts';
import type { Command } from './command.ts';
import { exportRecords } from './export.ts';
import { importFile } from './import.ts';
import { measures, records } from './measures.ts';
import { report } from './report.ts';
import { serve } from './serve.ts';
import { simulate } from './simulate.ts';
import { token } from './token.ts';
import { verify } from './verify.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serve,
  audit,
  report,
  bundle,
  verify,
  measures,
  records,
  classify,
  importFile,
  exportRecords,
  simulate,
  token,
  backup,
  restore,
];
