// Who joined and who left between two days
// 两日之间加入与退出的共建单位
//
// @question   Which units began and which ended building with a committee between two days? | 两日之间哪些单位开始共建，哪些终止？
// @param      from_day  date  required  first day of the period | 起始日
// @param      as_of     date  snapshot  last day of the period | 截止日
// @returns    event string, earliest date, latest date, unit_uid string, unit string, committee_uid string
// @returns    committee string, pact string, certainty string
// @caveat     Ended: the first day on which it no longer held. Ties of which neither bound is known are left out. | 终止指不再有效的首日；起止日均不详的不列出。
// Browser:    :params {from_day: date('2023-09-03'), as_of: date('2024-09-03')}
MATCH (u:Organisation)-[t:CO_BUILDS_WITH]->(c:PartyCommittee)
UNWIND ['joined', 'ended'] AS event
WITH u, t, c, event, CASE event WHEN 'joined' THEN t.valid_from ELSE t.valid_to_earliest END AS earliest,
     CASE event WHEN 'joined' THEN t.valid_from_latest ELSE t.valid_to END AS latest
WHERE earliest <= $as_of AND latest >= $from_day
RETURN event, earliest, latest, u.uid AS unit_uid, u.name AS unit, c.uid AS committee_uid, c.name AS committee,
       t.pact AS pact, CASE WHEN earliest >= $from_day
         AND latest <= $as_of THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY earliest, latest, event DESC, unit, unit_uid, committee_uid, t.uid
