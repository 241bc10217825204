// Terms that are overdue, in preparation, newly guided
// 届满、筹备与新近换届的业委会和居委会
//
// @question   Which terms are overdue, which are in preparation, which were newly held, and who guides? | 哪些任期已届满，哪些在筹备换届，哪些新近完成换届，由谁指导？
// @param      months      int   12        how long ago an election may be to count as new | 多少个月内的选举算新近
// @param      term_years  int   null      length of a term where no end is stated; null: none | 未写明届满日时的任期年数，null 表示不推算
// @param      as_of       date  snapshot  the day asked about | 查询的日期
// @returns    place string, committee_uid string, committee string, body string, term string, term_end date
// @returns    days_over int, state string, election_state string, held_on date, guided_by list<string>
// @caveat     The end of a term is the one stated; where none is, term_years from its beginning, if given. | 届满日以登记为准；未登记的，给出 term_years 时自任期开始推算。
// @caveat     Which length applies follows from the charter or the rule set. | 任期年数依章程或规则集。
// Browser:    :params {months: 12, term_years: null, as_of: date('2024-09-03')}
MATCH (o:Organisation)-[r:REPRESENTS]->(x)
WHERE coalesce(r.valid_from <= $as_of, true)
WITH o, x, r ORDER BY coalesce(r.valid_from, r.valid_from_latest) DESC, r.uid
WITH o, min(x.name) AS place, head(collect(r)) AS last
OPTIONAL MATCH (v:Election)-[:CONSTITUTES]->(o)
WHERE coalesce(v.held_on <= $as_of, true)
  AND coalesce(v.held_on > $as_of - duration({months: $months}), v.state IN ['preparing', 'overdue'])
WITH o, place, last, v ORDER BY v.held_on DESC, v.uid
WITH o, place, last, head(collect(v)) AS v
OPTIONAL MATCH (g:PartyOrganisation)-[:GUIDES]->(v)
WITH o, place, last, v, g.name AS guide ORDER BY guide
WITH o, place, last, v, collect(DISTINCT guide) AS guided_by,
     CASE WHEN last.valid_to IS NOT NULL OR $term_years IS NULL THEN last.valid_to
          ELSE last.valid_from + duration({years: $term_years}) END AS term_end
WITH o, place, last, v, guided_by, term_end,
     CASE WHEN v.state = 'preparing' THEN 'preparing' WHEN term_end <= $as_of OR v.state = 'overdue' THEN 'overdue'
          WHEN coalesce(v.state, 'held') = 'held' AND v IS NOT NULL THEN 'held' END AS state
WHERE state IS NOT NULL
RETURN place, o.uid AS committee_uid, o.name AS committee,
       CASE WHEN o:OwnersCommittee THEN 'OwnersCommittee' ELSE 'ResidentsCommittee' END AS body, last.term AS term,
       term_end, CASE WHEN term_end <= $as_of THEN duration.inDays(term_end, $as_of).days END AS days_over, state,
       v.state AS election_state, v.held_on AS held_on, guided_by
ORDER BY coalesce(days_over, -1) DESC, place, committee, committee_uid
