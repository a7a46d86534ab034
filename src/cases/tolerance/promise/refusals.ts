import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.not-signed-online': {
    status: 422,
    message: '窗口没有见到申请人签署，申请人也没有在网上签署容缺受理承诺书（{names}）',
    next: '请申请人登录「我的办件」签署，或者请其签署纸质承诺书，把扫描件传到本件后填写文件名；都不签的请一次性告知补正',
  },
  'cases.nothing-to-promise': {
    status: 409,
    message: '现在没有可以容缺后补的材料需要承诺',
    next: '已经签署的不用再签；缺主要材料的，请先在网上补交或者到窗口补交',
  },
});
