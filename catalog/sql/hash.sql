-- One line for each table of facts: its name, the number of its rows, and the
-- exclusive-or of the rows' 64-bit hashes, which is the same in whatever order
-- they were read. (No row stands twice, which would cancel out.) What is derived
-- from these is no part of it.

SELECT format('source {} {}', count(*), coalesce(bit_xor(hash(source)), 0)) FROM source
UNION ALL
SELECT format('page {} {}', count(*), coalesce(bit_xor(hash(page)), 0)) FROM page
UNION ALL
SELECT format('title {} {}', count(*), coalesce(bit_xor(hash(title)), 0)) FROM title
UNION ALL
SELECT format('title_link {} {}', count(*), coalesce(bit_xor(hash(title_link)), 0)) FROM title_link
UNION ALL
SELECT format('alternative_name {} {}', count(*), coalesce(bit_xor(hash(alternative_name)), 0)) FROM alternative_name
UNION ALL
SELECT format('person {} {}', count(*), coalesce(bit_xor(hash(person)), 0)) FROM person
UNION ALL
SELECT format('credit {} {}', count(*), coalesce(bit_xor(hash(credit)), 0)) FROM credit
UNION ALL
SELECT format('statement {} {}', count(*), coalesce(bit_xor(hash(statement)), 0))
FROM (SELECT DISTINCT * FROM statement) AS statement
UNION ALL
SELECT format('identifier {} {}', count(*), coalesce(bit_xor(hash(identifier)), 0))
FROM (SELECT DISTINCT * FROM identifier) AS identifier
ORDER BY 1;
