// Enlarged committees of subdistricts
// 街道大党工委
//
// @question   How many subdistricts have an enlarged Party committee? | 有多少个街道大党工委？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, subdistricts list<string>, defined boolean
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     enlarged_subdistrict_committees
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (c:PartyCommittee)
WHERE c.kind = 'enlarged_subdistrict_committee' AND coalesce(c.valid_from <= $as_of, true)
  AND coalesce($as_of < c.valid_to, true)
OPTIONAL MATCH (c)-[l:LEADS]->(s:Subdistrict)
WHERE coalesce(l.valid_from <= $as_of, true) AND coalesce($as_of < l.valid_to, true)
WITH c, s.name AS subdistrict ORDER BY subdistrict
RETURN c.uid AS uid, c.name AS name, collect(DISTINCT subdistrict) AS subdistricts, c.defined AS defined
ORDER BY name, uid
