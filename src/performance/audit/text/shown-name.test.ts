import { expect, test } from 'vitest';
import { shownName } from './shown-name.ts';

test.each([
  // the last twenty characters would begin in the middle of 服务
  ['县级政务服务中心首席代表窗口受理群众申请公共服务事项', '中心首席代表窗口受理群众申请公共服务事项'],
  ['虽然农村公路养护里程', '农村公路养护里程'],
  ['但群众满意率', '群众满意率'],
  ['及行政许可事项的', '行政许可事项'],
  ['的办结率', '办结率'],
  ['和平街道受理量', '和平街道受理'],
  ['及时办结率', '及时办结率'],
  ['在职人员', '在职人员'],
  ['对口帮扶资金', '对口帮扶资金'],
  ['使用林地', '使用林地'],
  ['从业人员', '从业人员'],
  ['违法行为', '违法行为'],
])('%s is printed as %s', (name, printed) => expect(shownName(name)).toBe(printed));
