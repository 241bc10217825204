// All estates, and whether they have an owners' committee
// 成立业委会的小区占小区总数的比例
//
// @question   Which share of all estates has an owners' committee? | 成立业委会的小区占小区总数的多大比例？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, owners_committees list<string>, households int, counted boolean
// @returns    defined boolean
// @caveat     A term that may have ended counts until its end is known. | 可能已届满但没有终止日期的，仍计入。
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     owners_committee_share
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (e:Estate)
WHERE coalesce(e.valid_from <= $as_of, true) AND coalesce($as_of < e.valid_to, true)
OPTIONAL MATCH (e)<-[t:REPRESENTS]-(o:OwnersCommittee)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH e, o.name AS committee ORDER BY committee
WITH e, collect(DISTINCT committee) AS owners_committees
RETURN e.uid AS uid, e.name AS name, owners_committees, e.households AS households,
       size(owners_committees) > 0 AS counted, e.defined AS defined
ORDER BY name, uid
