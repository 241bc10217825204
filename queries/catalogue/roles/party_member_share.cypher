// Which share of members, directors and staff are Party members
// 各类任职人员的党员比例
//
// @question   What share of members, directors and staff are Party members, by subdistrict and body? | 各街道各类组织的委员、主任、工作人员中党员占多大比例？
// @param      smallest_cell  int   5         cells below this are not shown | 小于此数的单元格不显示
// @param      as_of          date  snapshot  the day asked about | 查询的日期
// @returns    subdistrict string, body string, role_group string, n int, base int, unknown int, share float
// @returns    suppressed boolean
// @caveat     Cells of fewer than five, and shares from which one could be computed, are left out. | 少于五人的单元格，以及可据以推算的比例，均不显示。
// @caveat     The base is persons whose membership is known; one who sits in two subdistricts counts in each. | 基数为党员身份已知的人员；在两个街道任职的各计一次。
// Browser:    :params {smallest_cell: 5, as_of: date('2024-09-03')}
MATCH (o:OwnersCommittee|SupervisoryCommittee|ResidentsCommittee|PropertyFirm)
OPTIONAL MATCH (o)-[:SUPERVISES]->(v:OwnersCommittee)
WITH DISTINCT o, coalesce(v, o) AS represented
OPTIONAL MATCH (represented)-[:REPRESENTS|SERVES]->(place)
OPTIONAL MATCH (place)-[:LOCATED_IN]->(:Community)-[:PART_OF]->(s1:Subdistrict)
OPTIONAL MATCH (place)-[:PART_OF]->(s2:Subdistrict)
WITH DISTINCT o, coalesce(s1.name, s2.name) AS subdistrict
MATCH (o)<-[:SEAT_OF]-(post:Post)<-[h:HOLDS]-(p:Person)
WHERE coalesce(h.valid_from <= $as_of, true) AND coalesce($as_of < h.valid_to, true)
WITH DISTINCT p, subdistrict,
     CASE WHEN o:OwnersCommittee THEN 'OwnersCommittee' WHEN o:SupervisoryCommittee THEN 'SupervisoryCommittee'
          WHEN o:ResidentsCommittee THEN 'ResidentsCommittee' ELSE 'PropertyFirm' END AS body,
     CASE WHEN o:PropertyFirm THEN 'staff' WHEN post.role IN ['director', 'supervisory_director'] THEN 'director'
          ELSE 'member' END AS role_group
WITH subdistrict, body, role_group, count(CASE WHEN p.party_member = 'member' THEN 1 END) AS members,
     count(CASE WHEN p.party_member IN ['member', 'not_member'] THEN 1 END) AS known,
     count(CASE WHEN coalesce(p.party_member, 'unknown') = 'unknown' THEN 1 END) AS not_known
WITH subdistrict, body, role_group, members, known, not_known,
     known < $smallest_cell AS few, members < $smallest_cell OR known - members < $smallest_cell AS small
RETURN subdistrict, body, role_group, CASE WHEN NOT few AND NOT small THEN members END AS n,
       CASE WHEN NOT few THEN known END AS base, CASE WHEN not_known >= $smallest_cell THEN not_known END AS unknown,
       CASE WHEN NOT few AND NOT small THEN toFloat(members) / known END AS share, few OR small AS suppressed
ORDER BY subdistrict, body, role_group
