// Elections of owners' committees in a subdistrict that were guided throughout
// 某街道全程指导的业委会选举
//
// @question   Which elections of owners' committees in the subdistrict did Party organisations guide? | 该街道哪些业委会选举由党组织全程指导？
// @param      subdistrict  string  required  name of the subdistrict | 街道名称
// @param      as_of        date    snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, estates list<string>, held_on date, guided_by list<string>, defined boolean
// @caveat     Elections that are only prepared are not counted. | 筹备中的选举不计入。
// @figure     elections_guided
// Browser:    :params {subdistrict: '示例街道', as_of: date('2024-09-03')}
MATCH (o:PartyOrganisation)-[:GUIDES]->(v:Election)-[:CONSTITUTES]->(:OwnersCommittee)-[:REPRESENTS]->(e:Estate)
      -[:LOCATED_IN]->(:Community)-[:PART_OF]->(s:Subdistrict)
WHERE s.name = $subdistrict AND coalesce(v.state, 'held') = 'held' AND coalesce(v.held_on <= $as_of, true)
WITH v, e.name AS estate, o.name AS organisation ORDER BY estate, organisation
RETURN v.uid AS uid, v.name AS name, collect(DISTINCT estate) AS estates, v.held_on AS held_on,
       collect(DISTINCT organisation) AS guided_by, v.defined AS defined
ORDER BY name, uid
