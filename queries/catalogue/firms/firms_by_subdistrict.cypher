// Firms by subdistrict, with estates and households
// 各街道物业企业的小区数与户数
//
// @question   How many estates and households does each firm serve in each subdistrict? | 各物业企业在各街道服务多少小区、多少户？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    subdistrict string, firm_uid string, firm string, estates int, households int
// @returns    share_of_estates float, certainty string
// @caveat     The share is of all estates of the subdistrict, managed or not. | 占比的分母为该街道全部小区。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (e:Estate)-[:LOCATED_IN]->(:Community)-[:PART_OF]->(s:Subdistrict)
WHERE coalesce(e.valid_from <= $as_of, true) AND coalesce($as_of < e.valid_to, true)
WITH s, collect(DISTINCT e) AS all_estates
UNWIND all_estates AS e
MATCH (f:PropertyFirm)-[t:SERVES]->(e)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH s, f, e, size(all_estates) AS number, max(CASE WHEN t.valid_from_latest <= $as_of
  AND $as_of < t.valid_to_earliest THEN 1 ELSE 0 END) AS sure
WITH s, f, number, count(e) AS estates, sum(e.households) AS households, min(sure) AS sure
RETURN s.name AS subdistrict, f.uid AS firm_uid, f.name AS firm, estates, households,
       toFloat(estates) / number AS share_of_estates, CASE sure WHEN 1 THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY subdistrict, estates DESC, firm, firm_uid
