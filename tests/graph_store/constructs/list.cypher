// an element of a list
RETURN [1, 2, 3][0] AS first, [1, 2, 3][-1] AS last, [1, 2, 3][9] AS none

// a slice of a list
RETURN [1, 2, 3, 4][1..3] AS middle, [1, 2, 3][..2] AS head, [1, 2, 3][-2..] AS tail

// size of a list
RETURN size([1, 2, null]) AS n, size([]) AS none, isEmpty([]) AS empty

// head, last and tail
RETURN head([1, 2]) AS head, last([1, 2]) AS last, tail([1, 2, 3]) AS tail, head([]) AS none

// lists joined
RETURN [1] + [2, 3] AS lists, [1] + 2 AS element, 0 + [1] AS before

// range
RETURN range(0, 3) AS up, range(10, 0, -5) AS down, range(3, 1) AS none

// reverse of a list
RETURN reverse([1, 'a', null]) AS xs

// a list comprehension
RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS squares

// a list comprehension that filters
RETURN [x IN [1, null, 2] WHERE x IS NOT NULL] AS xs

// all, any, none, single
RETURN all(x IN [1, 2] WHERE x > 0) AS a, any(x IN [1, 2] WHERE x > 1) AS b, none(x IN [1] WHERE x > 1) AS c, single(x IN [1, 1] WHERE x = 1) AS d

// all and any of nothing
RETURN all(x IN [] WHERE x > 0) AS a, any(x IN [] WHERE x > 0) AS b

// reduce
RETURN reduce(sum = 0, x IN [1, 2, 3] | sum + x) AS sum

// reduce of text
RETURN reduce(text = '', x IN ['a', 'b'] | text + x) AS text

// equality of lists
RETURN [1, 2] = [1, 2] AS same, [1, 2] = [2, 1] AS turned, [1, null] = [1, null] AS unknown

// a list within a list
RETURN [[1, 2], [3]][0][1] AS x, [[1], []] AS lists

// a list as a property
MATCH ()-[h:HOLDS]->() WHERE 'elected' IN h.routes RETURN h.routes AS routes, size(h.routes) AS n

// a list of different types
RETURN [1, 'a', true, null, 1.5, [2]] AS xs

// lists of texts converted
RETURN toStringList([1, 2]) AS texts, toIntegerList(['1', 'x']) AS numbers

// lists compared
RETURN [1, 2] < [1, 3] AS less, [1] < [1, 2] AS shorter

// range with a step of nothing
RETURN range(1, 3, 0) AS xs

// size of a number
RETURN size(1) AS n

// an index that is a text
RETURN [1, 2]['a'] AS x

// a range beyond what memory holds
RETURN size(range(1, 10000000000)) AS n

// a sum that changes its type in reduce
RETURN reduce(sum = 0, x IN ['a'] | sum + x) AS sum
