import { flag, type Flag } from '#desk/components/flag.ts';
import type { CaseFile } from './model.ts';

/** What a case has about it that one must know before touching it. */
export function flagsOf(row: CaseFile): readonly Flag[] {
  return [
    ...(row.green ? [flag('特事特办', 'brand')] : []),
    ...(row.tolerancePromise && row.isSupplied === null ? [flag('已签容缺承诺', 'brand')] : []),
    ...(row.isSupplied === false ? [flag('容缺待补', 'warn')] : []),
    ...(row.acceptance === 'committed' ? [flag('告知承诺', 'brand')] : []),
    ...((row.openProcedures ?? 0) > 0 ? [flag('特别程序中', 'warn')] : []),
    ...((row.openSurveys ?? 0) > 0 ? [flag('待现场勘查', 'warn')] : []),
    ...((row.openObjections ?? 0) > 0 ? [flag('异议待答复', 'bad')] : []),
    ...(row.askedExtension ? [flag('申请延期', 'warn')] : []),
    ...(row.askedGreen ? [flag('待批准绿色通道', 'warn')] : []),
    ...(row.askedHalt ? [flag(row.askedHalt.what === 'suspend' ? '待批准中止' : '待批准终止', 'warn')] : []),
    ...(row.askedRevocation ? [flag('待批准撤销', 'warn')] : []),
    ...(row.isOnBehalf ? [flag('帮代办', 'quiet')] : []),
    ...(row.bundle ? [flag('一件事', 'brand')] : []),
    ...(row.project ? [flag('工程项目', 'brand')] : []),
  ];
}
