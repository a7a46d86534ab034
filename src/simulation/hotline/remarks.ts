/** What the simulated year of the hotline stands on that is nobody's own rule; shown wherever its figures are. */
export const remarks: readonly string[] = [
  '人名、电话、诉求和答复均由程序编造；区划和机构为本租户登记的名称',
  '办理时限按“示例”时限表运行，不是本地规定',
  '来电记录自 11 月话务平台接入起才有；知识条目供试用，办事以主管部门答复为准',
  '回访每两周抽一次，抽多少按当期来件分摊，均为假定；全年合计与公开数据一致',
  '受理量到应办理量之间各行的数量为假定，只有合计与公开数据一致',
];
