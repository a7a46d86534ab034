import type { FollowedCase, OwnCaseWhole } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';

type Told = OwnCaseWhole['surveys'][number];
type Followed = FollowedCase['surveys'][number];

const comes = ({ units }: Followed): string => units.map(({ name }) => name).join('、');
const calling = ({ phone }: Followed): string =>
  phone === null || phone === '12345' ? '请拨打 12345' : `请拨打 ${phone} 或 12345`;
/** When they come, or how far it is. */
function whenOf({ at, state, putRightBy }: Followed): Html | string {
  if (state === 'held') return '已到现场看过，正在作出勘查结论';
  if (state === 'putting-right')
    return `请按现场指出的问题整改${putRightBy === null ? '' : `，最迟 ${putRightBy}`}，整改后复查`;
  return at === null ? '时间还没有定，定下后会告知您' : html`<strong>${at}</strong>`;
}

/** The promise alone stands still, and for how long at the most: what comes after is the office's own. */
const standingOf = ({ standsUntil }: Followed): string =>
  standsUntil === null
    ? ''
    : `因勘查承诺期限最迟暂停到 ${standsUntil}，其后不论是否作出结论都继续计算；只暂停承诺期限，法定期限照计。`;

/** 现场勘查 for who follows by number: when, who comes, whom to call; nothing of the place. */
export const surveysFollowed = (all: readonly Followed[]): Html[] =>
  all.map(
    (each) =>
      html`<div>
        <dt>现场勘查</dt>
        <dd>${whenOf(each)}；${comes(each)}；有事${calling(each)}。${standingOf(each)}</dd>
      </div>`,
  );

const readied = ({ units }: Told): Html[] =>
  units
    .filter(({ conditions }) => conditions.length > 0)
    .map(({ name, conditions }) => html`<li>${name}：${conditions.join('、')}</li>`);

/** 现场勘查 for the applicant: when and where, who comes, what they look at, whom to call. */
export const surveysOf = ({ surveys }: OwnCaseWhole): Html[] =>
  surveys.map(
    (each) =>
      html`<h2>现场勘查</h2>
        <dl class="facts wide-terms">
          <div>
            <dt>时间</dt>
            <dd>${whenOf(each)}</dd>
          </div>
          <div>
            <dt>地点</dt>
            <dd>${each.site}${each.meetingPoint === null ? '' : `（集合：${each.meetingPoint}）`}</dd>
          </div>
          <div>
            <dt>来的单位</dt>
            <dd>${comes(each)}</dd>
          </div>
        </dl>
        <p>请有人在场，带上身份证件和已交材料的原件。现场要看的，请事先备好：</p>
        <ul>
          ${readied(each)}
          <li>能进入现场、相关设施可以查看</li>
        </ul>
        <p>不能到场、要改时间的，${calling(each)}，编号 ${each.number}。${standingOf(each)}</p>`,
  );

type Fetching = NonNullable<FollowedCase['fetching']>;
const placeOf = ({ where, address, hours, phone }: Fetching): string =>
  [where, address, hours, phone && `电话 ${phone}`].filter((each) => each !== null && each !== '').join('，');
/** 领取: where, and until when it is handed out. */
export const fetchingFact = (fetching: Fetching | null): Html | string =>
  fetching === null
    ? ''
    : html`<div>
        <dt>领取</dt>
        <dd>
          请带身份证件到 ${placeOf(fetching)} 领取。${fetching.until === null ? '' : `最迟 ${fetching.until} 送达。`}
        </dd>
      </div>`;
