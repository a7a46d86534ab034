import type { App } from '#lib/app.ts';

/**
 * What a paper says on every page when the program shows a simulated year. The simulation is an interface that no service
 * may import: its public view is asked, where the program has one.
 */
export async function bannerOf(app: App): Promise<{ readonly banner?: string }> {
  const shown = app.modules.flatMap(({ views }) => views).find(({ name }) => name === 'simulation');
  const said = (await shown?.read({ app } as never)) as { readonly isSimulated: boolean } | undefined;
  return said?.isSimulated ? { banner: '模拟数据' } : {};
}
