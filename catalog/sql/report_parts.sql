-- The parts of a population of films and seasons: how many titles, and how many
-- films or episodes those have.
SELECT key, '' AS given, count(*)::BIGINT AS titles,
    sum(CASE kind WHEN 'film' THEN 1 ELSE coalesce(episodes, 0) END)::BIGINT AS leaves
FROM chosen LEFT JOIN title_size ON title = number
GROUP BY key
ORDER BY key;
