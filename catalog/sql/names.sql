-- The names of the titles and people whose numbers are from $1 to $2. A title weighs its
-- votes, a person their credits.
SELECT kind::VARCHAR AS kind, name, number, year::INTEGER AS year, votes AS weight FROM title WHERE number BETWEEN $1 AND $2
UNION ALL
SELECT kind::VARCHAR, original_name, number, year, votes FROM title WHERE number BETWEEN $1 AND $2 AND original_name <> ''
UNION ALL
SELECT kind::VARCHAR, a.name, number, year, votes
FROM alternative_name a JOIN title ON number = a.title WHERE number BETWEEN $1 AND $2 AND a.title BETWEEN $1 AND $2
UNION ALL
SELECT 'person', name, number, 0, coalesce(credits, 0)
FROM person LEFT JOIN credited ON credited.person = number WHERE number BETWEEN $1 AND $2
UNION ALL
SELECT 'person', native_name, number, 0, coalesce(credits, 0)
FROM person LEFT JOIN credited ON credited.person = number WHERE number BETWEEN $1 AND $2 AND native_name <> '';
