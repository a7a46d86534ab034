import { expect, test } from 'vitest';
import { offersOf } from '#catalogue/demonstration/offers.ts';
import { writePaper } from '#documents/index.ts';
import { day } from '#lib/time.ts';
import { intakeSheet } from './sheet.ts';

type Offer = ReturnType<typeof offersOf>[number];
const sheetOf = ({ code, elements }: Offer) =>
  intakeSheet({
    source: { number: code, name: elements.name!, edition: 1, checkedOn: day('2020-01-02'), elements },
    site: 'https://example.invalid',
    answers: {},
    code: 'K7Q29XDM',
  });
const pagesOf = async (offer: Offer): Promise<number> => {
  const pdf = new TextDecoder('latin1').decode(await writePaper(sheetOf(offer), 'pdf'));
  return pdf.match(/\/Type\s*\/Page\b/g)!.length;
};
const lengthOf = ({ elements: { situations = [], materials = [] } }: Offer): number =>
  JSON.stringify([situations, materials]).length;

test('the sheet of the longest items, with questions, papers, code and sign, is one page', async () => {
  const offers = offersOf(['广兴洲镇']).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const asking = offers.filter(({ elements }) => (elements.situations ?? []).length > 0);
  const longest = [...new Set([...offers.slice(0, 4), ...asking.slice(0, 4)])];
  expect(longest.length).toBeGreaterThan(4);
  for (const each of longest)
    expect([each.elements.name, await pagesOf(each)]).toEqual([each.elements.name, 1]);
});

test('when a paper is brought only in a case, the sheet says so once', () => {
  const offers = offersOf(['广兴洲镇']);
  const said = offers.map((each) => JSON.stringify(sheetOf(each))).join('\n');
  expect(said).toContain('看情形：');
  expect(said).not.toMatch(/看情形；看情形/);
});
