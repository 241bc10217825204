// Firms, their estates and their Party form
// 物业企业服务的小区与党建形式
//
// @question   Which firms carry which estates, and in what Party form? | 各物业企业服务哪些小区，以何种党建形式？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    firm_uid string, firm string, estates int, households int, estates_by_community list<string>
// @returns    party_organisations list<string>, mechanisms list<string>, alliances list<string>
// @caveat     Households are those of estates whose number is known. | 户数只含已登记户数的小区。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (f:PropertyFirm)
WHERE coalesce(f.valid_from <= $as_of, true) AND coalesce($as_of < f.valid_to, true)
OPTIONAL MATCH (f)-[t:SERVES]->(e:Estate)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH DISTINCT f, e
OPTIONAL MATCH (e)-[:LOCATED_IN]->(c:Community)
WITH f, e, min(c.name) AS place
WITH f, place, collect(e.name) AS names, count(e) AS number, sum(e.households) AS homes
ORDER BY place
WITH f, sum(number) AS estates, sum(homes) AS households,
     collect(CASE WHEN number > 0 THEN coalesce(place, '—') + ' ' + toString(number) END) AS estates_by_community
OPTIONAL MATCH (f)<-[t:ORGANISED_IN]-(o:FirmPartyOrganisation)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH f, estates, households, estates_by_community, o.name AS organisation ORDER BY organisation
WITH f, estates, households, estates_by_community, collect(DISTINCT organisation) AS party_organisations
OPTIONAL MATCH (f)-[t:ADOPTS]->(m:Mechanism)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH f, estates, households, estates_by_community, party_organisations, m.name AS mechanism ORDER BY mechanism
WITH f, estates, households, estates_by_community, party_organisations, collect(DISTINCT mechanism) AS mechanisms
OPTIONAL MATCH (f)-[t:PARTY_TO]->(a:Alliance)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH f, estates, households, estates_by_community, party_organisations, mechanisms, a.name AS alliance ORDER BY alliance
RETURN f.uid AS firm_uid, f.name AS firm, estates, households, estates_by_community, party_organisations, mechanisms,
       collect(DISTINCT alliance) AS alliances
ORDER BY estates DESC, firm, firm_uid
