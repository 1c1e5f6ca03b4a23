-- The parts of a population by its leaf titles; a title that has none held is
-- there with none.
SELECT key, given, count(DISTINCT number)::BIGINT AS titles, count(title)::BIGINT AS leaves
FROM (
    SELECT key, given, number, title FROM leaf
    UNION ALL
    SELECT key, '/*state*/', number, NULL
    FROM chosen WHERE number NOT IN (SELECT number FROM leaf)
)
GROUP BY key, given
ORDER BY key, given;
