// Parties to alliances
// 联盟成员
//
// @question   Who is a party to which alliance, in which role, since when? | 各联盟有哪些成员，什么角色，始于何时？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    alliance_uid string, alliance string, alliance_kind string, organisation_uid string
// @returns    organisation string, alliance_role string, since date, certainty string
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (o:Organisation)-[t:PARTY_TO]->(a:Alliance)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  AND coalesce(a.valid_from <= $as_of, true) AND coalesce($as_of < a.valid_to, true)
RETURN a.uid AS alliance_uid, a.name AS alliance, a.kind AS alliance_kind, o.uid AS organisation_uid,
       o.name AS organisation, t.role AS alliance_role, t.valid_from AS since,
       CASE WHEN t.valid_from_latest <= $as_of AND $as_of < t.valid_to_earliest
       THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY alliance, alliance_uid, alliance_role, organisation, organisation_uid, since, t.uid
