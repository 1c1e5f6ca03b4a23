-- The parts of a population of films and seasons: how many titles, and how many
-- films or episodes those have.
SELECT key, '' AS given, count(*)::BIGINT AS titles, sum(leaves)::BIGINT AS leaves
FROM chosen
GROUP BY key
ORDER BY key;
