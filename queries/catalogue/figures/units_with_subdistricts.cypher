// Units that co-build with subdistricts
// 与街道共建的单位
//
// @question   How many units co-build with a committee of subdistricts? | 有多少家单位与街道党组织共建？
// @param      count_as  string(units|participations)  'units'   units or participations | units 按单位计，participations 按参与次数计
// @param      as_of     date                          snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, committees list<string>, certainty string, defined boolean
// @caveat     Counted as participations, a unit that joins two committees is two rows. | 按参与次数计时，与两个党组织共建的单位算两行。
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     units_with_subdistricts
// Browser:    :params {count_as: 'units', as_of: date('2024-09-03')}
MATCH (u:Organisation)-[t:CO_BUILDS_WITH]->(c:PartyCommittee)-[l:LEADS]->(:Subdistrict)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  AND coalesce(l.valid_from <= $as_of, true) AND coalesce($as_of < l.valid_to, true)
WITH u, t, c.name AS committee,
     t.valid_from_latest <= $as_of AND $as_of < t.valid_to_earliest AS sure
ORDER BY committee
WITH CASE $count_as WHEN 'participations' THEN t.uid ELSE u.uid END AS uid, u.name AS name, u.defined AS defined,
     collect(DISTINCT committee) AS committees, max(CASE WHEN sure THEN 1 ELSE 0 END) AS sure
RETURN uid, name, committees, CASE sure WHEN 1 THEN 'definite' ELSE 'possible' END AS certainty, defined
ORDER BY name, uid
