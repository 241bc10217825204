// Units that co-build with more than one committee
// 与多个党组织共建的单位
//
// @question   Which units join several committees? | 哪些单位与多个党组织共建？
// @param      minimum  int   2         fewest committees | 最少党组织数
// @param      as_of    date  snapshot  the day asked about | 查询的日期
// Browser:    :params {minimum: 2, as_of: date('2024-09-03')}
MATCH (u:Organisation)-[t:CO_BUILDS_WITH]->(c:PartyCommittee)
WHERE coalesce(t.valid_from <= $as_of, true)
WITH u, count(DISTINCT c) AS committees
WHERE committees >= $minimum
RETURN u.uid AS unit_uid, committees
ORDER BY committees DESC, unit_uid
