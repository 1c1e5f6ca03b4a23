-- The distinct people of each part and role.
SELECT key, given, role::VARCHAR,
    count(*) FILTER (gender = 'woman')::BIGINT,
    count(*) FILTER (gender = 'man')::BIGINT,
    count(*) FILTER (gender = 'nonbinary')::BIGINT,
    count(*) FILTER (gender IS NULL OR gender = 'unknown')::BIGINT
FROM tallied LEFT JOIN person_gender USING (person)
WHERE /*tallied*/
GROUP BY key, given, role
ORDER BY key, given, role;
