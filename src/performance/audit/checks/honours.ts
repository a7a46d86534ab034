import { listedName } from '../text/listed-name.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';

/** 一等奖, 优秀, 示范村, but not 奖补资金. */
const HONOURED = /奖(?![补励金扶])|表彰|荣誉|称号|优秀|优良|良好|先进|标兵|模范|示范|星级|名次|等次/;
/** With its lowest mark a scale takes in everyone: 优秀、合格、不合格. */
const LOWEST = /合格|称职|一般|差|末/;
/** Of honours themselves honours are parts: 获奖252人，其中一等奖…. */
const OF_HONOURS = /获|奖(?![补励金扶])|表彰|荣誉|称号|(?<!参加)(?:评选|评出|选树|命名)/;

/** 参赛1620人，其中一、二、三等奖分别为42人、84人、126人: most who take part win nothing. */
export const areHonours = (parts: readonly Statement[], whole: Statement): boolean => {
  const names = parts.map((part) => `${listedName(part)}${tight(part.subject)}`);
  return (
    whole.figure.unit.dimension === 'count' &&
    names.every((name, at) => HONOURED.test(name) || (at > 0 && /^[和与及、]?$/.test(name))) &&
    !names.some((name) => LOWEST.test(name)) &&
    !OF_HONOURS.test(`${tight(whole.subject)}${tight(whole.after)}`)
  );
};
