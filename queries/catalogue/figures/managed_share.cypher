// All estates, and whether they are under property management
// 有物业管理的小区占比
//
// @question   Which share of all estates is under property management? | 有物业管理的小区占多大比例？
// @param      basis  string(contract|register)  'contract'  contract: a firm serves it on the day; register: the register says so | contract 该日有物业企业服务；register 台账登记为有物业
// @param      as_of  date                       snapshot    the day asked about | 查询的日期
// @returns    uid string, name string, firms list<string>, households int, counted boolean, defined boolean
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     managed_share
// Browser:    :params {basis: 'contract', as_of: date('2024-09-03')}
MATCH (e:Estate)
WHERE coalesce(e.valid_from <= $as_of, true) AND coalesce($as_of < e.valid_to, true)
OPTIONAL MATCH (e)<-[t:SERVES]-(f:PropertyFirm)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH e, f.name AS firm ORDER BY firm
WITH e, collect(DISTINCT firm) AS firms
RETURN e.uid AS uid, e.name AS name, firms, e.households AS households,
       (($basis = 'contract' AND size(firms) > 0) OR ($basis = 'register' AND coalesce(e.managed, false))) AS counted,
       e.defined AS defined
ORDER BY name, uid
