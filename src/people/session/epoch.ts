import { held } from '#lib/action/need.ts';

/**
 * A fresh object whenever an account or a token was written, in this process or any other (held values are announced).
 * What `authenticate` remembers is bound to it: a revoked grant is gone with the next request.
 */
export const accountEpoch = held<object>({
  name: 'account-epoch',
  load: () => Promise.resolve({}),
  reloadOn: ['account', 'token'],
});
