import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.open311-no-service': {
    status: 404,
    message: '没有这个 service_code',
    next: '请从 services 列表中选取',
  },
  'hotline.open311-no-jurisdiction': {
    status: 404,
    message: '没有 jurisdiction_id「{jurisdiction}」',
    next: '本接口只服务 {own}，可以不填 jurisdiction_id',
  },
  'hotline.open311-key': {
    status: 403,
    message: 'api_key 缺少、失效或没有登记诉求的权限',
    next: '请向热线主管单位申请令牌',
  },
});
