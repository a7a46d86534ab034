import { cell, headCell, numberCell, table, type Cell, type Paper } from '#documents/index.ts';
import { formatDay, type Day } from '#lib/time.ts';
import { sameItem } from '../delegations/counted-once.ts';
import { type Delegation } from '../delegations/delegation.ts';
import { DELEGATION_LEVELS, type DelegationLevel } from '../words.ts';
import type { DepartmentPowers } from './powers.ts';

const head = (titles: readonly string[]): readonly Cell[] => titles.map((title) => headCell(title));
const row = (n: number, texts: readonly (string | null)[]): readonly Cell[] => [
  numberCell(String(n + 1), { align: 'center' }),
  ...texts.map((text) => cell(text ?? '')),
];

const POWERS = ['序号', '职权名称', '职权类型', '职权编码', '行使层级', '设定依据', '责任事项', '监督投诉'];
/** 权责清单, a table for each department. */
export const powersPaper = (departments: readonly DepartmentPowers[]): Paper => ({
  title: '部门权责清单',
  blocks: [
    { kind: 'turn', orientation: 'landscape' },
    ...departments.map(({ body, powers }) =>
      table(body, { columns: [2, 8, 4, 7, 3, 12, 8, 5] }, [
        head(POWERS),
        ...powers.map(({ name, type, number, level, basis, duties, complaints }, n) =>
          row(n, [name, type, number, level, basis, duties, complaints]),
        ),
      ]),
    ),
  ],
});

interface Listed {
  readonly level: DelegationLevel;
  readonly on: Day;
  readonly items: readonly Delegation[];
  /** What a region's code is called. */
  readonly nameOf: (code: string) => string;
}
/** 赋权清单 of a level on a day. */
export const delegationPaper = ({ level, on, items, nameOf }: Listed): Paper => ({
  title: `${DELEGATION_LEVELS[level]}赋权事项清单`,
  subtitle: `（${formatDay(on)}，共 ${new Set(items.map(sameItem)).size} 项）`,
  blocks: [
    { kind: 'turn', orientation: 'landscape' },
    table('赋权事项', { columns: [2, 9, 8, 5, 4, 4, 8] }, [
      head(['序号', '事项名称', '事项编码', '范围', '起日', '止日', '依据文件']),
      ...items.map(({ name, code, places, startsOn, endsOn, document }, n) =>
        row(n, [
          name,
          code,
          places.length === 0 ? '全部' : places.map(nameOf).join('、'),
          startsOn,
          endsOn ?? '长期',
          document,
        ]),
      ),
    ]),
  ],
});
