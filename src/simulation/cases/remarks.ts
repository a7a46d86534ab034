/** What the simulated year of cases stands on that was never published; shown wherever its figures are. */
export const remarks: readonly string[] = [
  '申请人、电话、工作人员、意见和文书号均由程序编造；事项、区划和机构为本租户登记的名称',
  '无差别综合窗口、工改窗口、公用报装和全域通办的件数与公开数据一致',
  '部门窗口、复工复产窗口、镇（街道）和村（社区）办件约 45,000 件为假定，公开报告没有这些数',
  '工改窗口 433 件所属的工程建设项目、阶段和协调会为假定，公开报告没有这些数',
  '公用报装各企业的承诺时限、答复和接通为假定',
  '容缺、告知承诺、补正、视为受理、特别程序、中止、退回和承诺时限内未办结的比例为假定；法定时限内全部办结',
];
