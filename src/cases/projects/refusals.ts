import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.project-code': {
    status: 422,
    message: '项目代码不对',
    next: '请按备案或核准文件填写 24 位项目代码，首段为年份或年月',
  },
  'cases.project-known': {
    status: 409,
    message: '这个代码已登记为「{name}」',
    next: '请直接在该项目下挂接办件',
  },
  'cases.no-project': {
    status: 422,
    message: '没有这个项目，或它已停止、已竣工',
    next: '请核对项目代码；需要时先登记或恢复项目',
  },
  'cases.project-stage-over': {
    status: 422,
    message: '该项目的{stage}阶段已经完成',
    next: '请选择后面的阶段',
  },
  'cases.project-stage-empty': {
    status: 422,
    message: '{stage}阶段还没有办件',
    next: '请先把该阶段的办件挂接到项目',
  },
  'cases.project-stage-open': {
    status: 422,
    message: '{stage}阶段还有 {count} 件没有办完',
    next: '请等这些办件作出决定或终结后再完成本阶段',
  },
  'cases.meeting-ahead': { status: 422, message: '协调会还没有召开', next: '请在召开后登记' },
  'cases.follow-up-due': {
    status: 422,
    message: '落实期限不对',
    next: '期限不能早于会期，延长的应晚于原期限',
  },
});
