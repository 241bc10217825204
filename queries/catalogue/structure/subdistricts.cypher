// What there is in each subdistrict
// 各街道概况
//
// @question   How many communities, grids, estates, households, branches and owners' committees has each subdistrict? | 各街道有多少社区、网格、小区、户数、党支部、业委会？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    subdistrict_uid string, subdistrict string, communities int, grids int, estates int, households int
// @returns    estates_with_branch int, estates_with_owners_committee int, estates_with_firm int
// @caveat     Stubs are counted here, too. | 本表也计入未登记的对象。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (s:Subdistrict)
WHERE coalesce(s.valid_from <= $as_of, true) AND coalesce($as_of < s.valid_to, true)
OPTIONAL MATCH (c:Community)-[:PART_OF]->(s)
WHERE coalesce(c.valid_from <= $as_of, true) AND coalesce($as_of < c.valid_to, true)
WITH s, collect(DISTINCT c) AS communities
OPTIONAL MATCH (g:Grid)-[:PART_OF]->(c:Community)-[:PART_OF]->(s)
WITH s, communities, count(DISTINCT g) AS grids
OPTIONAL MATCH (e:Estate)-[:LOCATED_IN]->(c:Community)-[:PART_OF]->(s)
WHERE coalesce(e.valid_from <= $as_of, true) AND coalesce($as_of < e.valid_to, true)
WITH DISTINCT s, communities, grids, e
WITH s, communities, grids, e,
     EXISTS { MATCH (e)<-[t:COVERS]-(:PartyBranch)
         WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true) } AS branch,
     EXISTS { MATCH (e)<-[t:REPRESENTS]-(:OwnersCommittee)
         WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true) } AS committee,
     EXISTS { MATCH (e)<-[t:SERVES]-(:PropertyFirm)
         WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true) } AS firm
RETURN s.uid AS subdistrict_uid, s.name AS subdistrict, size(communities) AS communities, grids, count(e) AS estates,
       sum(e.households) AS households, count(CASE WHEN branch THEN 1 END) AS estates_with_branch,
       count(CASE WHEN committee THEN 1 END) AS estates_with_owners_committee,
       count(CASE WHEN firm THEN 1 END) AS estates_with_firm
ORDER BY subdistrict, subdistrict_uid
