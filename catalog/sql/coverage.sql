-- For each role and source of statements: how many people are credited in the
-- role, and about how many of them the source states a gender. The row with an
-- empty source is about all sources together, conflicts left out.
WITH credited AS (
    SELECT DISTINCT role::VARCHAR AS role, person FROM credit
), stating AS (
    SELECT DISTINCT person, source_id FROM statement WHERE gender <> 'unknown'
    UNION ALL
    SELECT person, '' FROM person_gender WHERE gender <> 'unknown'
), credited_all AS (
    SELECT role, count(*) AS people FROM credited GROUP BY role
)
SELECT a.role, s.source_id, a.people, count(c.person) AS stated
FROM credited_all a
CROSS JOIN (SELECT DISTINCT source_id FROM stating UNION SELECT '') s
LEFT JOIN stating t ON t.source_id = s.source_id
LEFT JOIN credited c ON c.role = a.role AND c.person = t.person
GROUP BY a.role, s.source_id, a.people
ORDER BY a.role, s.source_id;
