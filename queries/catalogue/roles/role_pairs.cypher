// Which pairs of roles occur, how often
// 常见的兼任组合
//
// @question   Which pairs of roles fall in one person, and how often? | 哪些职务由同一人兼任，各有多少人？
// @param      smallest_cell  int   5         counts below this are not shown | 小于此数的不显示
// @param      as_of          date  snapshot  the day asked about | 查询的日期
// @returns    first_body string, first_role string, second_body string, second_role string, persons int
// @returns    suppressed boolean
// @caveat     Counts of fewer than five are left out. | 少于五人的不显示。
// @caveat     Persons are codes; rows that could not be joined by a number stay apart, so that the count is at least this. | 人员只显示代码；无法凭编号合并的行各自计算，实际数量至少如此。
// Browser:    :params {smallest_cell: 5, as_of: date('2024-09-03')}
MATCH (p:Person)-[h:HOLDS]->(a:Post)-[:SEAT_OF]->(x)
WHERE coalesce(h.valid_from <= $as_of, true) AND coalesce($as_of < h.valid_to, true)
WITH DISTINCT p, a.role AS role,
     [l IN labels(x) WHERE NOT l IN ['Organisation', 'PartyOrganisation', 'JointBody']] AS names
WITH p, role, [l IN names WHERE l IN ['PartyCommittee', 'PartyBranch', 'FirmPartyOrganisation', 'Authority',
                                      'ResidentsCommittee', 'CoBuildingUnit', 'PropertyFirm', 'OwnersCommittee',
                                      'SupervisoryCommittee', 'SelfGovernanceGroup', 'Platform', 'Alliance',
                                          'Grid']][0] AS body
WITH p, collect({body: body, role: role}) AS seats
UNWIND seats AS one
UNWIND seats AS two
WITH p, one, two
WHERE one.body < two.body OR (one.body = two.body AND one.role < two.role)
WITH one.body AS first_body, one.role AS first_role, two.body AS second_body, two.role AS second_role,
     count(DISTINCT p) AS number
RETURN first_body, first_role, second_body, second_role, CASE WHEN number >= $smallest_cell THEN number END AS persons,
       number < $smallest_cell AS suppressed
ORDER BY coalesce(persons, 0) DESC, first_body, first_role, second_body, second_role
