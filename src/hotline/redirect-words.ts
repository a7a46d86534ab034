import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';
import { REDIRECTIONS, type Redirection } from './order/words.ts';
import { VISIBLE } from './order/visible.ts';

const Words = (title: string) => Type.String({ title, minLength: 10, maxLength: 500, pattern: VISIBLE });
const KEYS = Object.keys(REDIRECTIONS) as readonly Redirection[];

/** What is read out to the caller, one text for each way. The grounds are those of 国办发〔2020〕53号; the words are ours. */
const initial: Readonly<Record<Redirection, string>> = {
  litigation:
    '您好，您反映的事项已经或者应当通过诉讼、仲裁解决，热线不能代替法院和仲裁机构作出处理。请您向受理案件的法院或仲裁机构提出；需要法律咨询的，可以拨打 12348 公共法律服务热线。',
  discipline:
    '您好，您反映的是党员、干部或公职人员违纪违法的问题，应由纪检监察机关受理。请您拨打 12388 举报电话，或者直接向纪检监察机关反映；热线不会对外透露您来电的内容。',
  petition:
    '您好，您反映的事项属于信访事项，应由信访部门依法登记办理。请您到信访接待场所当面反映，或者通过书信、信访网站提出；已经在办理的，请您向受理的机关查询进展。',
  reconsideration:
    '您好，您对行政行为不服，可以依法申请行政复议或者提起行政诉讼，热线不能代替复议机关作出决定。请您留意决定书上写明的期限，向行政复议机构提出申请。',
  disclosure:
    '您好，您想获取政府信息，请按照政府信息公开的规定提出申请。请向制作或者保存该信息的机关提交申请，写明所需信息的名称或者特征；我们可以告诉您该机关的受理地址和电话。',
  secret:
    '您好，您询问的内容涉及国家秘密、商业秘密或者他人隐私，依法不能在热线中查询和答复。如果是您本人的事项，请带上有效证件到主管单位当面办理。',
  emergency:
    '您好，您说的情况紧急，请不要挂断，我现在为您转接。如果线路中断，请您立即直接拨打：报警 110，火警 119，急救 120，交通事故 122。',
  elsewhere:
    '您好，您反映的事项不在本区办理范围内，应由其他地区或者其他热线受理。请您拨打当地的 12345，或者主管行业的服务热线；如果不清楚号码，我们可以为您查询。',
};

/** 引导用语 — what the agent says and the citizen reads, by where the matter belongs. */
export const redirectWords = setting({
  name: 'hotline.redirect-words',
  title: '引导告知的规范用语',
  about:
    '不属受理范围时话务员照读的用语，按去向各一段；登记在工单上，诉求人查询时也能看到。请填写本地的受理电话和地址',
  schema: Type.Object(Object.fromEntries(KEYS.map((key) => [key, Words(REDIRECTIONS[key])]))),
  initial,
});
