import type { App } from '#lib/app.ts';
import { MS_PER_MINUTE } from '#lib/time.ts';
import { SIGN_IN_LASTS } from '../sign-in/finish.ts';
import { tidySessions } from './store.ts';

export const tidyLoop = {
  name: 'applicants.tidy',
  everyMs: 10 * MS_PER_MINUTE,
  run: (app: App): Promise<void> => tidySessions(app, SIGN_IN_LASTS),
};
