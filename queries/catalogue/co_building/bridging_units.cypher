// Units that bridge communities or subdistricts
// 跨社区、跨街道的共建单位
//
// @question   Which co-building units join several communities or subdistricts, which do they bridge, and at which levels? | 哪些共建单位同时与多个社区或街道共建，跨越哪些社区和街道，在哪几级？
// @param      minimum  int   2         fewest communities or subdistricts | 最少社区数或街道数
// @param      as_of    date  snapshot  the day asked about | 查询的日期
// @returns    unit_uid string, unit string, kind string, communities int, subdistricts int
// @returns    community_names list<string>, subdistrict_names list<string>, levels list<string>, certainty string
// @caveat     A unit that joins a subdistrict's committee bridges no community by that. | 只与街道党组织共建的，不算跨社区。
// @caveat     The row is definite if all of its ties are. | 全部关系都确定时该行才算确定。
// Browser:    :params {minimum: 2, as_of: date('2024-09-03')}
MATCH (u:Organisation)-[t:CO_BUILDS_WITH]->(c:PartyCommittee)-[l:LEADS]->(a:AdminUnit)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  AND coalesce(l.valid_from <= $as_of, true) AND coalesce($as_of < l.valid_to, true)
OPTIONAL MATCH (a)-[:PART_OF]->(upper:Subdistrict)
WITH u, t, CASE WHEN a:Community THEN a.name END AS community, CASE WHEN a:Community THEN a.uid END AS community_uid,
     CASE WHEN a:Subdistrict THEN a.name ELSE upper.name END AS subdistrict,
     CASE WHEN a:Subdistrict THEN a.uid ELSE upper.uid END AS subdistrict_uid,
     CASE WHEN a:Community THEN 'community' WHEN a:Subdistrict THEN 'subdistrict' ELSE 'district' END AS level
ORDER BY community, subdistrict, level
WITH u, count(DISTINCT community_uid) AS communities, count(DISTINCT subdistrict_uid) AS subdistricts,
     collect(DISTINCT community) AS community_names, collect(DISTINCT subdistrict) AS subdistrict_names,
     collect(DISTINCT level) AS levels,
     min(CASE WHEN t.valid_from_latest <= $as_of AND $as_of < t.valid_to_earliest THEN 1 ELSE 0 END) AS sure
WHERE communities >= $minimum OR subdistricts >= $minimum
RETURN u.uid AS unit_uid, u.name AS unit, u.kind AS kind, communities, subdistricts, community_names,
       subdistrict_names, levels, CASE sure WHEN 1 THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY communities DESC, subdistricts DESC, unit, unit_uid
