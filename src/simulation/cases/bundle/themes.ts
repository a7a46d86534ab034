import type { App } from '#lib/app.ts';
import type { Offered } from '../ground.ts';
import type { Group } from '../targets.ts';

/** 一件事主题 as the tenant published it, with its items. */
export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly items: readonly { readonly code: string; readonly stage: number }[];
  readonly feeds: readonly { readonly from: string; readonly to: string; readonly material: string }[];
  readonly sameQuestions: readonly {
    readonly item: string;
    readonly question: string;
    readonly as: string;
  }[];
  readonly isJoint: boolean;
  /** By their code. */
  readonly offered: ReadonlyMap<string, Offered>;
}

/** Those that can be applied for at the hall of a district, with what they ask. */
export async function themesOf(
  app: Pick<App, 'query'>,
  district: string,
  items: readonly Offered[],
): Promise<readonly Theme[]> {
  const rows = await app.query(
    `select id, name, items, feeds, same_questions as "sameQuestions", is_joint as "isJoint" from theme
      where state = 'published' and place = $1 order by number`,
    [district],
  );
  const themes = rows as readonly unknown[] as readonly Omit<Theme, 'offered'>[];
  return themes.flatMap((theme) => {
    const own = theme.items.flatMap(({ code }) => items.find((each) => each.code === code) ?? []);
    const offered = new Map(own.map((each) => [each.code, each]));
    return offered.size === theme.items.length ? [{ ...theme, offered }] : [];
  });
}

/** At which windows it is taken in: what the law joins is a building site. */
export const groupOf = ({ isJoint }: Theme): Group => (isJoint ? 'engineering' : 'undifferentiated');
