// a day of text
RETURN date('2024-09-03') AS day

// a day of numbers
RETURN date({year: 2024, month: 9, day: 3}) AS day, date({year: 2024}) AS first

// parts of a day
WITH date('2024-09-03') AS d RETURN d.year AS y, d.month AS m, d.day AS d, d.quarter AS q, d.dayOfWeek AS w, d.week AS week, d.ordinalDay AS o

// days compared
RETURN date('2024-01-01') < date('2024-01-02') AS before, date('2024-01-01') = date('2024-01-01') AS same

// days as conditions
MATCH ()-[r:COVERS]->() WHERE r.valid_from <= date('2023-06-01') < r.valid_to RETURN r.uid

// a day that is missing compared
MATCH ()-[r:HOLDS]->() RETURN r.valid_to > date('2020-01-01') AS later

// a day and a text compared
MATCH ()-[r:COVERS]->() RETURN r.valid_from > '2020-01-01' AS later

// a day plus a duration
RETURN date('2024-01-31') + duration({months: 1}) AS month, date('2024-03-01') - duration('P1D') AS day

// days between
RETURN duration.inDays(date('2024-01-01'), date('2024-03-01')).days AS days

// months between
RETURN duration.inMonths(date('2023-11-15'), date('2024-03-01')).months AS months

// between two days
WITH duration.between(date('2023-11-15'), date('2024-03-01')) AS d RETURN d.months AS months, d.days AS days

// a duration
RETURN duration('P1Y2M3DT4H') AS whole, duration({days: 3}) AS days

// parts of a duration
WITH duration('P1Y2M3DT4H5M') AS d RETURN d.years AS y, d.months AS m, d.days AS d, d.hours AS h, d.minutes AS min

// durations added
RETURN duration('P1D') + duration('P2D') AS sum, duration('P1D') * 3 AS times

// a day cut short
RETURN date.truncate('month', date('2024-09-23')) AS month, date.truncate('year', date('2024-09-23')) AS year

// the first day of a quarter
RETURN date.truncate('quarter', date('2024-09-23')) AS quarter

// a day as text
RETURN toString(date('2024-09-03')) AS text

// a text that is no day
RETURN date('2024-02-30') AS day

// a local time of day
RETURN localtime('12:30:00') AS time

// a local date and time
RETURN localdatetime('2024-09-03T12:30:00') AS moment

// a date and time with an offset
RETURN datetime('2024-09-03T12:30:00+08:00') AS moment

// parts of a date and time
WITH datetime('2024-09-03T12:30:15+08:00') AS t RETURN t.hour AS h, t.minute AS m, t.second AS s, t.offset AS offset

// seconds since 1970
RETURN datetime('1970-01-02T00:00:00Z').epochSeconds AS seconds

// a day of a date and time
RETURN date(localdatetime('2024-09-03T12:30:00')) AS day

// the least and greatest day
UNWIND [date('2024-09-03'), date('2023-01-01'), null] AS d RETURN min(d) AS first, max(d) AS last

// days in order
UNWIND [date('2024-09-03'), null, date('2023-01-01')] AS d RETURN d ORDER BY d

// days in a list
MATCH ()-[r:COVERS]->() RETURN [r.valid_from, r.valid_to] AS days

// days grouped by year
MATCH ()-[r]->() WHERE r.valid_from IS NOT NULL RETURN r.valid_from.year AS year, count(*) AS n ORDER BY year

// today is a day
RETURN date() > date('2020-01-01') AS today

// a day of a short text
RETURN date('2024-09') AS month, date('20240903') AS plain

// a day of nothing
RETURN date(null) AS day

// a day minus a day
RETURN date('2024-03-01') - date('2024-01-01') AS difference

// durations compared
RETURN duration('P1D') = duration('PT24H') AS equal, duration('P1D') < duration('P2D') AS less

// a time with an offset
RETURN time('12:30:00+08:00') AS time

// a moment in a time zone
RETURN datetime('2024-09-03T12:30:00[Asia/Shanghai]') AS moment

// a day with other parts
RETURN date({date: date('2024-09-03'), day: 1}) AS first

// a day of a week
RETURN date({year: 2024, week: 36, dayOfWeek: 2}) AS day

// a duration as text
RETURN toString(duration({months: 14, days: 40, hours: 30})) AS text
