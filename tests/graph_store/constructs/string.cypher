// beginning, end and middle
RETURN '东社区' STARTS WITH '东' AS a, '东社区' ENDS WITH '社区' AS b, '东社区' CONTAINS '社' AS c

// a regular expression
MATCH (c:Community) WHERE c.code =~ '99\\d+1' RETURN c.name

// a regular expression matches the whole
RETURN 'abc' =~ 'b' AS part, 'ABC' =~ '(?i)abc' AS fold

// upper and lower case
RETURN toUpper('abc') AS upper, toLower('ABC') AS lower

// trim
RETURN trim('  a ') AS both, ltrim('  a') AS left, rtrim('a  ') AS right

// trim of a character
RETURN trim(BOTH 'x' FROM 'xxaxx') AS a, btrim('xxaxx', 'x') AS b

// a part of a text
RETURN substring('和盛里社区', 1, 2) AS middle, left('abc', 2) AS left, right('abc', 2) AS right

// replace
RETURN replace('东社区', '社区', '居委会') AS text

// split
RETURN split('a,b,,c', ',') AS parts, split('abc', '') AS letters

// length of a text
RETURN size('和盛里') AS n, char_length('abc') AS letters, size('') AS none

// length of a rare character
RETURN size('𠮷') AS n

// reverse of a text
RETURN reverse('abc') AS text

// texts joined
RETURN 'a' + 'b' AS text, 'a' + 1 AS number, 'a' + null AS nothing

// texts joined by bars
RETURN 'a' || 'b' AS text, [1] || [2] AS list

// texts compared
RETURN 'a' < 'b' AS letters, 'B' < 'a' AS cases, '10' < '9' AS digits

// quotes and escapes
RETURN 'it\'s' AS a, "say \"x\"" AS b, 'a\tb\\c' AS c, '\u4e1c' AS d

// a name in backquotes
MATCH (`社 区`:Community) RETURN `社 区`.name AS `名 称` ORDER BY `名 称`

// text of a name with quotes
MATCH (e:Estate) WHERE e.name CONTAINS '“' RETURN e.name

// a text that is missing
RETURN null STARTS WITH 'a' AS a, toUpper(null) AS b, size(null) AS c, 'a' CONTAINS null AS d

// normal forms
RETURN normalize('ＡＢ', NFKC) AS text

// a comment
RETURN 1 AS x /* a remark */

// a number in capitals
RETURN toUpper(1) AS x

// a part of a text with negative bounds
RETURN substring('abc', -1) AS x

// a text and a truth joined
RETURN 'a' + true AS text

// split by several
RETURN split('a,b;c', [',', ';']) AS parts

// a regular expression that is none
RETURN 'x' =~ '(' AS x
