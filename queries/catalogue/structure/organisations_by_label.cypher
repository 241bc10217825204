// Organisations and joint bodies by kind
// 各类组织与共建机构数量
//
// @question   How many organisations and joint bodies of each kind are there, defined and stubs? | 各类组织和共建机构各有多少，其中多少只被提及而未登记？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    label string, organisations int, defined int, stubs int, no_longer int
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (o:Organisation|JointBody)
WITH o, [l IN labels(o) WHERE l IN ['PartyCommittee', 'PartyBranch', 'FirmPartyOrganisation', 'Authority',
                                    'ResidentsCommittee', 'CoBuildingUnit', 'PropertyFirm', 'OwnersCommittee',
                                    'SupervisoryCommittee', 'SelfGovernanceGroup', 'Platform', 'Alliance']][0] AS label,
     coalesce(o.valid_from <= $as_of, true) AND coalesce($as_of < o.valid_to, true) AS there
RETURN label, count(CASE WHEN there THEN 1 END) AS organisations,
       count(CASE WHEN there AND o.defined THEN 1 END) AS defined,
       count(CASE WHEN there AND NOT o.defined THEN 1 END) AS stubs, count(CASE WHEN NOT there THEN 1 END) AS no_longer
ORDER BY label
