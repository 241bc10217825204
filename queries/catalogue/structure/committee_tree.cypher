// The committee tree, from the district to the branches
// 党组织树：区、街道、社区、支部
//
// @question   How do Party organisations stand below each other, and how many branches has each? | 党组织如何逐级隶属，各有多少党支部？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    depth int, uid string, name string, body string, kind string, superior_uid string, superior string
// @returns    path list<string>, subordinates int, branches int, certainty string
// @caveat     An organisation with two superiors on the day is shown below each. | 同日有两个上级的党组织在各上级下各列一行。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH w = (o:PartyOrganisation)-[:SUBORDINATE_TO*0..6]->(root:PartyOrganisation)
WHERE coalesce(o.valid_from <= $as_of, true) AND coalesce($as_of < o.valid_to, true)
  AND all(r IN relationships(w) WHERE coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true))
  AND NOT EXISTS { MATCH (root)-[t:SUBORDINATE_TO]->(:PartyCommittee)
      WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true) }
WITH o, w, length(w) AS depth, reverse([n IN nodes(w) | n.name]) AS path,
     all(r IN relationships(w) WHERE r.valid_from_latest <= $as_of AND $as_of < r.valid_to_earliest) AS sure
WITH o, depth, path, sure, CASE WHEN depth > 0 THEN nodes(w)[1] END AS above
RETURN depth, o.uid AS uid, o.name AS name,
       CASE WHEN o:PartyBranch THEN 'PartyBranch' WHEN o:FirmPartyOrganisation THEN 'FirmPartyOrganisation'
            ELSE 'PartyCommittee' END AS body,
       o.kind AS kind, above.uid AS superior_uid, above.name AS superior, path,
       COUNT { MATCH (o)<-[t:SUBORDINATE_TO]-(:PartyOrganisation)
           WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true) } AS subordinates,
       COUNT {
         MATCH z = (o)<-[:SUBORDINATE_TO*1..6]-(:PartyBranch)
         WHERE all(r IN relationships(z) WHERE coalesce(r.valid_from <= $as_of, true)
           AND coalesce($as_of < r.valid_to, true))
       } AS branches,
       CASE WHEN sure THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY path, uid
