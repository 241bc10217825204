// Where the branch may nominate and remove members
// 党支部有提名罢免权的小区
//
// @question   In which estates may the branch nominate or remove members of the owners' or supervisory committee, and on what basis? | 哪些小区的党支部有权提名或罢免业委会、监督委员会成员，依据什么决议？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    estate_uid string, estate string, branch string, committee string, may_nominate boolean
// @returns    may_remove boolean, bases list<string>, certainty string
// @caveat     A right follows from an assembly's resolution; none is no fault. | 权利来自业主大会决议；没有并不是问题。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (b:PartyBranch)-[t:HAS_RIGHT_OVER]->(x:Organisation)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
OPTIONAL MATCH (x)-[:SUPERVISES]->(v:OwnersCommittee)
WITH b, t, x, coalesce(v, x) AS o
OPTIONAL MATCH (o)-[:REPRESENTS]->(e:Estate)
WITH b, t, x, e, t.valid_from_latest <= $as_of AND $as_of < t.valid_to_earliest AS sure
ORDER BY t.basis
WITH e, b, x, collect(DISTINCT t.right) AS rights, collect(DISTINCT t.basis) AS bases,
     min(CASE WHEN sure THEN 1 ELSE 0 END) AS sure
RETURN e.uid AS estate_uid, e.name AS estate, b.name AS branch, x.name AS committee,
    'nominate' IN rights AS may_nominate,
       'remove' IN rights AS may_remove, bases, CASE sure WHEN 1 THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY estate, estate_uid, branch, committee, b.uid, x.uid
