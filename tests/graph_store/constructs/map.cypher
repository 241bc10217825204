// a map
RETURN {a: 1, b: 'x', c: [1], d: {e: null}} AS map

// a value of a map
WITH {a: 1, b: {c: 2}} AS m RETURN m.a AS a, m.b.c AS c, m['a'] AS key, m.none AS none

// keys of a map
UNWIND keys({b: 1, a: 2}) AS key RETURN key ORDER BY key

// a map projection
MATCH (p:Post) RETURN p {.name, .role} AS post

// a map projection with everything
MATCH (p:Person) RETURN p {.*} AS person

// a map projection with more
MATCH (p:Post) RETURN p {.name, seats: p.seats + 1, of: [(p)-[:SEAT_OF]->(c) | c.name]} AS post

// a map projection with a variable
MATCH (c:Community) WITH c, size(c.name) AS length RETURN c {.name, length} AS community ORDER BY c.name

// equality of maps
RETURN {a: 1, b: 2} = {b: 2, a: 1} AS same, {a: 1} = {a: 2} AS other, {a: null} = {a: null} AS unknown

// a map without a key
RETURN {} AS empty, size(keys({})) AS n

// a map with a key of its own spelling
RETURN {`两 字`: 1} AS map
