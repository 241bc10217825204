// Which units build with which committee
// 各党组织的共建单位
//
// @question   Which units build with which committee, since when, under which pact, and how active are they? | 哪些单位与哪个党组织共建，始于何时，依据什么协议，近期活动多少？
// @param      months  int   12        how many months before that day | 该日之前的月数
// @param      as_of   date  snapshot  the day asked about | 查询的日期
// @returns    subdistrict string, committee_uid string, committee string, unit_uid string, unit string
// @returns    kind string, affiliation string, since date, pact string, activities int, certainty string
// @caveat     Activities are those held under the committee or a platform that it convenes. | 活动指该党组织或其召集的平台举办的活动。
// @caveat     No record is not the same as no activity: see whether the office's ledger covers the period. | 无记录不等于没有活动，请先确认台账是否覆盖该期间。
// Browser:    :params {months: 12, as_of: date('2024-09-03')}
MATCH (u:Organisation)-[t:CO_BUILDS_WITH]->(c:PartyCommittee)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
OPTIONAL MATCH (c)-[:LEADS]->(:Community)-[:PART_OF]->(s1:Subdistrict)
OPTIONAL MATCH (c)-[:LEADS]->(s2:Subdistrict)
WITH u, t, c, min(coalesce(s2.name, s1.name)) AS place
OPTIONAL MATCH (u)-[:TOOK_PART_IN]->(a:Activity)-[:HELD_UNDER]->(b)
WHERE a.held_on <= $as_of AND a.held_on > $as_of - duration({months: $months})
  AND (b = c OR EXISTS { MATCH (c)-[:CONVENES]->(b) })
WITH u, t, c, place, count(DISTINCT a) AS activities
RETURN place AS subdistrict, c.uid AS committee_uid, c.name AS committee, u.uid AS unit_uid, u.name AS unit,
       u.kind AS kind, u.affiliation AS affiliation, t.valid_from AS since, t.pact AS pact, activities,
       CASE WHEN t.valid_from_latest <= $as_of AND $as_of < t.valid_to_earliest
       THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY subdistrict, committee, committee_uid, unit, unit_uid, since, t.uid
