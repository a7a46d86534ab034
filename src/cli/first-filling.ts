import { DEMONSTRATION, type Config } from '#lib/config.ts';

/**
 * What a command does with a tenant: it proves what is there, shows it, writes to it, or brings a history of its own that
 * must not be mixed with another.
 */
export type Purpose = 'proves' | 'shows' | 'writes' | 'founds';
/** What an untouched tenant is filled with first: nothing, what every tenant stands on, or the demonstration. */
type Filling = 'nothing' | 'foundation' | 'demonstration';

/**
 * On a fresh installation every command has the demonstration to work on, as `serve` would load it. A tenant that was named
 * otherwise is somebody's own, or a slip of the pen: what only looks leaves it as it is, what writes lays the foundation.
 */
export function firstFilling(purpose: Purpose, { tenant }: Pick<Config, 'tenant'>): Filling {
  if (purpose === 'proves') return 'nothing';
  if (purpose === 'founds') return 'foundation';
  if (tenant === DEMONSTRATION) return 'demonstration';
  return purpose === 'shows' ? 'nothing' : 'foundation';
}
