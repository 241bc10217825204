// Whether the platforms work
// 共建平台运行情况
//
// @question   Do the platforms work: who convenes them, who takes part, how often do they meet, what do they settle, how fast? | 各平台由谁召集、多少单位参加、开会多少次、办结多少事项、平均多少天？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    platform_uid string, platform string, kind string, convenors list<string>, members int, meetings int
// @returns    last_meeting date, matters int, matters_settled int, days_to_settle float
// @caveat     Days are the mean over settled matters with both days. | 天数为收到日与办结日齐全的已办结事项的平均值。
// @caveat     No record is not the same as no activity: see whether the office's ledger covers the period. | 无记录不等于没有活动，请先确认台账是否覆盖该期间。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (p:Platform)
WHERE coalesce(p.valid_from <= $as_of, true) AND coalesce($as_of < p.valid_to, true)
OPTIONAL MATCH (p)<-[v:CONVENES]-(c:PartyCommittee)
WHERE coalesce(v.valid_from <= $as_of, true) AND coalesce($as_of < v.valid_to, true)
WITH p, c.name AS convenor ORDER BY convenor
WITH p, collect(DISTINCT convenor) AS convenors
OPTIONAL MATCH (p)<-[t:TAKES_PART_IN]-(o:Organisation)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH p, convenors, count(DISTINCT o) AS members
OPTIONAL MATCH (p)<-[:HELD_UNDER]-(a:Activity)
WHERE coalesce(a.held_on <= $as_of, true)
WITH p, convenors, members, collect(DISTINCT a) AS held, max(a.held_on) AS last_meeting
OPTIONAL MATCH (p)<-[:HELD_UNDER]-(a:Activity)<-[:RAISED_AT]-(m:Matter)
WHERE a IN held
WITH DISTINCT p, convenors, members, size(held) AS meetings, last_meeting, m
WITH p, convenors, members, meetings, last_meeting, m,
     m.state = 'settled' AND coalesce(m.settled_on <= $as_of, true) AS settled
RETURN p.uid AS platform_uid, p.name AS platform, p.kind AS kind, convenors, members, meetings, last_meeting,
       count(m) AS matters, count(CASE WHEN settled THEN 1 END) AS matters_settled,
       avg(CASE WHEN settled THEN toFloat(duration.inDays(m.received_on, m.settled_on).days) END) AS days_to_settle
ORDER BY meetings DESC, platform, platform_uid
