// Branches that cover many estates
// 覆盖小区较多的联合党支部
//
// @question   Which branches cover more estates than a joint branch usually does? | 哪些党支部覆盖的小区超过通常数量？
// @param      maximum  int   5         most estates that are not worth a look | 不需要核查的最多小区数
// @param      as_of    date  snapshot  the day asked about | 查询的日期
// @returns    branch_uid string, branch string, kind string, estates int, estate_names list<string>
// @returns    certainty string
// @caveat     A finding to check, not a fault: a joint branch is normal. | 这是待核查的情况，不是错误：联合党支部属正常。
// Browser:    :params {maximum: 5, as_of: date('2024-09-03')}
MATCH (b:PartyBranch)-[t:COVERS]->(e:Estate)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH b, e, max(CASE WHEN t.valid_from_latest <= $as_of AND $as_of < t.valid_to_earliest THEN 1 ELSE 0 END) AS sure
ORDER BY e.name, e.uid
WITH b, count(e) AS estates, collect(e.name) AS estate_names, sum(sure) AS surely
WHERE estates > $maximum
RETURN b.uid AS branch_uid, b.name AS branch, b.kind AS kind, estates, estate_names,
       CASE WHEN surely > $maximum THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY estates DESC, branch, branch_uid
