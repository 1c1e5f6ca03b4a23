-- The names of the titles and people whose numbers are from $1 to $2, in blocks of
-- lines "number year weight<tab>name". A title weighs its votes, a person their
-- credits.
WITH named AS (
    SELECT kind::VARCHAR AS kind, number, year, votes AS weight, name FROM title WHERE number BETWEEN $1 AND $2
    UNION ALL
    SELECT kind::VARCHAR, number, year, votes, original_name FROM title WHERE number BETWEEN $1 AND $2 AND original_name <> ''
    UNION ALL
    SELECT kind::VARCHAR, number, year, votes, a.name
    FROM alternative_name a JOIN title ON number = a.title WHERE number BETWEEN $1 AND $2 AND a.title BETWEEN $1 AND $2
    UNION ALL
    SELECT 'person', number, 0, coalesce(credits, 0), name
    FROM person LEFT JOIN credited ON credited.person = number WHERE number BETWEEN $1 AND $2
    UNION ALL
    SELECT 'person', number, 0, coalesce(credits, 0), native_name
    FROM person LEFT JOIN credited ON credited.person = number WHERE number BETWEEN $1 AND $2 AND native_name <> ''
)
SELECT kind, string_agg(concat(number, ' ', year, ' ', weight, chr(9), translate(name, chr(10), ' ')), chr(10))
FROM named GROUP BY kind, number // 4096;
