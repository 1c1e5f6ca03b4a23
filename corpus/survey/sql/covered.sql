-- The titles or people that the most articles name.
SELECT m.id, any_value(m.name), coalesce(any_value(m.gender), ''), count(*) AS articles, count(DISTINCT c.outlet) AS outlets, sum(m.times)::BIGINT AS times
FROM mentions m JOIN counted c USING (article) WHERE c.counts AND m.kind = $1 GROUP BY m.id ORDER BY articles DESC, times DESC, m.id {limit}
