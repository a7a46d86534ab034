import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-commitment': {
    status: 422,
    message: '「{item}」没有实行告知承诺',
    next: '请按材料清单受理，或一次性告知补正',
  },
  'cases.excluded': {
    status: 422,
    message: '属于不适用告知承诺的情形：{exclusions}',
    next: '请按材料清单受理',
  },
  'cases.nothing-promised': {
    status: 422,
    message: '可以承诺免交的材料都已交齐',
    next: '请直接受理',
  },
});
