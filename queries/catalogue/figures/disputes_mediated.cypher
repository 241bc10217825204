// Disputes mediated in a community
// 某社区调解的矛盾纠纷
//
// @question   Which disputes in the community were settled? | 该社区调解了哪些矛盾纠纷？
// @param      community  string  required  name of the community | 社区名称
// @param      as_of      date    snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, matter_state string, received_on date, settled_on date
// @returns    handled_by list<string>, defined boolean
// @caveat     A matter is the community's by the estate it concerns or by who handled it. | 按所涉小区或办理单位归入社区。
// @figure     disputes_mediated
// Browser:    :params {community: '示例社区', as_of: date('2024-09-03')}
MATCH (m:Matter)
WHERE m.kind = 'dispute' AND (m.state = 'settled' OR m.settled_on <= $as_of)
  AND coalesce(m.received_on <= $as_of, true)
  AND (EXISTS { MATCH (m)-[:CONCERNS]->(:Estate)-[:LOCATED_IN]->(c:Community) WHERE c.name = $community }
       OR EXISTS { MATCH (m)-[:HANDLED_BY]->(:Organisation)-[:LEADS|REPRESENTS]->(c:Community)
           WHERE c.name = $community }
       OR EXISTS {
         MATCH (m)-[:HANDLED_BY]->(:PartyOrganisation)-[:SUBORDINATE_TO]->(:PartyCommittee)-[:LEADS]->(c:Community)
         WHERE c.name = $community
       })
OPTIONAL MATCH (m)-[:HANDLED_BY]->(o:Organisation)
WITH m, o.name AS organisation ORDER BY organisation
RETURN m.uid AS uid, m.name AS name, m.state AS matter_state, m.received_on AS received_on, m.settled_on AS settled_on,
       collect(DISTINCT organisation) AS handled_by, m.defined AS defined
ORDER BY received_on, uid
