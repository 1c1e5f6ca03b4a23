-- One line for each table of facts: its name, the number of its rows, and the
-- exclusive-or of the rows' 64-bit hashes, which is the same in whatever order
-- they were read. A row is hashed twice, because in the first hash a change of its
-- last column is the same for every row and would cancel out; no row stands twice,
-- which would cancel out too. Of words that the schema numbers, the word is hashed:
-- their numbers change with the list they stand in. What is derived from these
-- tables is no part of it.

SELECT format('source {} {}', count(*), coalesce(bit_xor(hash(hash(source))), 0)) FROM source
UNION ALL
SELECT format('page {} {}', count(*), coalesce(bit_xor(hash(hash(page))), 0)) FROM page
UNION ALL
SELECT format('title {} {}', count(*), coalesce(bit_xor(hash(hash(fact))), 0))
FROM (SELECT * REPLACE (kind::VARCHAR AS kind) FROM title) AS fact
UNION ALL
SELECT format('alternative_name {} {}', count(*), coalesce(bit_xor(hash(hash(alternative_name))), 0)) FROM alternative_name
UNION ALL
SELECT format('person {} {}', count(*), coalesce(bit_xor(hash(hash(person))), 0)) FROM person
UNION ALL
SELECT format('credit {} {}', count(*), coalesce(bit_xor(hash(hash(fact))), 0))
FROM (SELECT * REPLACE (role::VARCHAR AS role, scope::VARCHAR AS scope) FROM credit) AS fact
UNION ALL
SELECT format('statement {} {}', count(*), coalesce(bit_xor(hash(hash(fact))), 0))
FROM (SELECT * REPLACE (gender::VARCHAR AS gender, precedence::VARCHAR AS precedence) FROM statement) AS fact
UNION ALL
SELECT format('identifier {} {}', count(*), coalesce(bit_xor(hash(hash(identifier))), 0)) FROM identifier
UNION ALL
SELECT format('listed {} {}', count(*), coalesce(bit_xor(hash(hash(listed))), 0)) FROM listed
ORDER BY 1;
