// Property firms with a Party organisation
// 建立党组织的物业企业
//
// @question   Which property firms have a Party organisation? | 哪些物业企业建立了党组织？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, party_organisations list<string>, defined boolean
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     firms_with_party_organisation
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (f:PropertyFirm)<-[t:ORGANISED_IN]-(o:FirmPartyOrganisation)
WHERE coalesce(f.valid_from <= $as_of, true) AND coalesce($as_of < f.valid_to, true)
  AND coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH f, o.name AS party_organisation ORDER BY party_organisation
RETURN f.uid AS uid, f.name AS name, collect(DISTINCT party_organisation) AS party_organisations, f.defined AS defined
ORDER BY name, uid
