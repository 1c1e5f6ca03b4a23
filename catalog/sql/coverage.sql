-- Who is credited how often, and in which roles: a bit of one number for each, by its
-- place in the type of roles. To bring 92 million credits together by person takes longer
-- than all that is counted from it.
CREATE TABLE credited AS
SELECT person, count(*)::INTEGER AS credits, bit_or(1::BIGINT << enum_code(role)) AS roles
FROM credit GROUP BY person ORDER BY person;

-- For each role and source of statements: how many people are credited in the role,
-- and of how many of them the source states a gender. The rows with an empty source are
-- about all sources together, conflicts left out. It is counted once, as a catalog never
-- changes.
CREATE TABLE coverage AS
WITH stating AS (
    SELECT DISTINCT person, source_id FROM statement WHERE gender <> 'unknown'
    UNION ALL
    SELECT person, '' FROM person_gender WHERE gender <> 'unknown'
), alike AS (
    SELECT NULL AS source_id, roles, count(*) AS people FROM credited GROUP BY roles
    UNION ALL
    SELECT source_id, roles, count(*) FROM stating JOIN credited USING (person) GROUP BY source_id, roles
), counted AS (
    SELECT role, source_id, sum(people)::BIGINT AS people
    FROM alike JOIN (SELECT unnest(enum_range(NULL::tallied_role))::tallied_role AS role) ON (roles >> enum_code(role)) & 1 = 1
    GROUP BY role, source_id
), source_of AS (
    SELECT DISTINCT source_id FROM stating UNION SELECT ''
)
SELECT a.role, s.source_id, a.people, coalesce(c.people, 0) AS stated
FROM (FROM counted WHERE source_id IS NULL) a
CROSS JOIN source_of s
LEFT JOIN counted c ON c.role = a.role AND c.source_id = s.source_id
ORDER BY a.role, s.source_id;
