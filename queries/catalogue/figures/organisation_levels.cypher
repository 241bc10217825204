// Levels of organisation
// 组织体系层级
//
// @question   On how many levels do Party organisations stand, from the district's committee to the branches of estates? | 从区委到小区党支部，党组织分为几级？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, level string, organisations int
// @caveat     Organisations outside the chain of subordination and those of firms and industries are on none of these levels. | 不在隶属关系中的党组织，以及企业、行业党组织，不属于这几级。
// @figure     organisation_levels
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (o:PartyOrganisation)
WHERE o.defined AND coalesce(o.valid_from <= $as_of, true) AND coalesce($as_of < o.valid_to, true)
  AND EXISTS { MATCH (o)-[t:SUBORDINATE_TO]-(:PartyOrganisation)
      WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true) }
WITH o, CASE WHEN o:PartyBranch THEN 'estate'
             WHEN EXISTS { (o)-[:LEADS]->(:Community) } THEN 'community'
             WHEN EXISTS { (o)-[:LEADS]->(:Subdistrict) } THEN 'subdistrict'
             WHEN EXISTS { (o)-[:LEADS]->(:District) } THEN 'district' END AS level
WHERE level IS NOT NULL
RETURN level AS uid, level AS name, level, count(o) AS organisations
ORDER BY uid
