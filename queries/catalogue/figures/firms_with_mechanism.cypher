// Property firms with a red property-service co-building mechanism
// 建立红色物业党建联建机制的物业企业
//
// @question   Which property firms have adopted the red property-service co-building mechanism? | 哪些物业企业建立了红色物业党建联建机制？
// @param      within_party_organisation  boolean  true      whether only firms with a Party organisation count | 是否只计有党组织的物业企业
// @param      as_of                      date     snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, mechanisms list<string>, has_party_organisation boolean, defined boolean
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     firms_with_mechanism
// Browser:    :params {within_party_organisation: true, as_of: date('2024-09-03')}
MATCH (f:PropertyFirm)-[t:ADOPTS]->(m:Mechanism)
WHERE m.kind = 'red_property_service' AND coalesce(f.valid_from <= $as_of, true) AND coalesce($as_of < f.valid_to, true)
  AND coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH f, m.name AS mechanism ORDER BY mechanism
WITH f, collect(DISTINCT mechanism) AS mechanisms,
     EXISTS { MATCH (f)<-[o:ORGANISED_IN]-(:FirmPartyOrganisation)
         WHERE coalesce(o.valid_from <= $as_of, true) AND coalesce($as_of < o.valid_to, true) } AS organised
WHERE organised OR NOT $within_party_organisation
RETURN f.uid AS uid, f.name AS name, mechanisms, organised AS has_party_organisation, f.defined AS defined
ORDER BY name, uid
