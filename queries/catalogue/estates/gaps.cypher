// What each estate lacks
// 各小区未成立的组织
//
// @question   Which estates have no branch, no owners' committee, no manager, no platform or alliance? | 哪些小区没有党支部、业委会、物业、平台或联盟？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    subdistrict string, community string, estate_uid string, estate string, households int
// @returns    has_branch boolean, has_owners_committee boolean, has_firm boolean, has_platform_or_alliance boolean
// @returns    gaps int, not_formed list<string>, owner_body string
// @caveat     What is not formed is not missing: an owners' committee is not compulsory. | 未成立不等于缺失：业委会并非必须成立。
// @caveat     A platform or alliance reaches an estate through its branch, its owners' committee or its firm. | 平台或联盟以该小区的党支部、业委会或物业企业参加为准。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (e:Estate)
WHERE coalesce(e.valid_from <= $as_of, true) AND coalesce($as_of < e.valid_to, true)
CALL (e) {
  OPTIONAL MATCH (e)-[:LOCATED_IN]->(g:Grid)
  WITH e, collect(g) + [e] AS places
  UNWIND places AS place
  MATCH (place)<-[t:COVERS]-(b:PartyBranch)
  WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  WITH b ORDER BY b.name, b.uid
  RETURN collect(DISTINCT b) AS branches
}
CALL (e) {
  MATCH (e)<-[t:REPRESENTS]-(o:OwnersCommittee)
  WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  WITH o ORDER BY o.name, o.uid
  RETURN collect(DISTINCT o) AS committees
}
CALL (e) {
  MATCH (e)<-[t:SERVES]-(f:PropertyFirm)
  WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  WITH f ORDER BY f.name, f.uid
  RETURN collect(DISTINCT f) AS firms
}
CALL (branches, committees, firms) {
  UNWIND branches + committees + firms AS x
  MATCH (x)-[t:TAKES_PART_IN|PARTY_TO]->(j:JointBody)
  WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
    AND coalesce(j.valid_from <= $as_of, true) AND coalesce($as_of < j.valid_to, true)
  RETURN count(j) > 0 AS has_platform_or_alliance
}
CALL (e) {
  OPTIONAL MATCH (e)-[:LOCATED_IN]->(c:Community)
  OPTIONAL MATCH (c)-[:PART_OF]->(s:Subdistrict)
  RETURN min(c.name) AS lower, min(s.name) AS upper
}
WITH e, lower, upper, has_platform_or_alliance, size(branches) > 0 AS has_branch,
     size(committees) > 0 AS has_owners_committee, size(firms) > 0 AS has_firm
WITH e, has_branch, has_owners_committee, has_firm, has_platform_or_alliance, lower, upper,
     CASE WHEN has_branch THEN [] ELSE ['PartyBranch'] END
     + CASE WHEN has_owners_committee THEN [] ELSE ['OwnersCommittee'] END
     + CASE WHEN has_firm THEN [] ELSE ['PropertyFirm'] END
     + CASE WHEN has_platform_or_alliance THEN [] ELSE ['JointBody'] END AS not_formed
RETURN upper AS subdistrict, lower AS community, e.uid AS estate_uid, e.name AS estate, e.households AS households,
       has_branch, has_owners_committee, has_firm, has_platform_or_alliance, size(not_formed) AS gaps, not_formed,
       e.owner_body AS owner_body
ORDER BY gaps DESC, subdistrict, community, estate, estate_uid
