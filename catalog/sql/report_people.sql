-- The distinct people of each part and role.
WITH carrying AS (
    /*carrying*/
), tallied AS (
    SELECT /*key*/ AS key, given, role, person FROM (SELECT *, /*part*/ AS part FROM credit JOIN carrying USING (title) /*aged*/ WHERE /*credited*/)
    UNION
    SELECT /*key*/ AS key, given, 'lead', person FROM (SELECT *, /*part*/ AS part FROM credit JOIN carrying USING (title) /*aged*/ WHERE role = 'cast' AND billing = 1)
)
SELECT key, given, role::VARCHAR,
    count(*) FILTER (gender = 'woman')::BIGINT,
    count(*) FILTER (gender = 'man')::BIGINT,
    count(*) FILTER (gender = 'nonbinary')::BIGINT,
    count(*) FILTER (gender IS NULL OR gender = 'unknown')::BIGINT
FROM tallied LEFT JOIN person_gender USING (person)
WHERE /*tallied*/
GROUP BY key, given, role
ORDER BY key, given, role;
