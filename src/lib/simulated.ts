import type { App } from '#lib/app.ts';

interface Said {
  readonly isSimulated: boolean;
  readonly years: readonly { readonly year: number }[];
}

/**
 * What a paper says on every page and sheet when the program shows simulated data, of that year where one is named. The
 * simulation is an interface that no service may import: its public view is asked, where the program has one.
 */
export async function bannerOf(app: App, year?: number): Promise<{ readonly banner?: string }> {
  const shown = app.modules.flatMap(({ views }) => views).find(({ name }) => name === 'simulation');
  const said = (await shown?.read({ app } as never)) as Said | undefined;
  const isSimulated = year === undefined ? said?.isSimulated : said?.years.some((each) => each.year === year);
  return isSimulated ? { banner: '模拟数据' } : {};
}
