import { fold } from '../text/fold.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import type { ScoreSheet } from './sheet.ts';

/** What rows print as their working: 22.47/26.00=86.42%, with either sign of division. */
export const workingsOf = ({ rows }: ScoreSheet): readonly Paragraph[] =>
  rows.flatMap((row) =>
    row.notes
      .filter(({ text }) => /=|＝/.test(text))
      .map(({ text, place }) => ({
        text: fold(text.slice(0, 2000)).replace(/(?<=[\d万元])\s?[/／]\s?(?=\d)/g, '÷'),
        section: place.place,
        planned: false,
        above: { trail: [], label: '' },
        lineAt: () => place.line,
      })),
  );
