-- The titles or people that the most articles name.
SELECT m.id, any_value(m.name), coalesce(any_value(m.gender), ''), count(*) AS articles, count(DISTINCT c.outlet) AS outlets, sum(m.times)::BIGINT AS times,
  CASE WHEN $1 = 'title' AND (SELECT count(*) FROM slate) > 0 THEN coalesce(any_value(s.slate), 'not known') ELSE '' END
FROM mentions m JOIN counted c USING (article) LEFT JOIN slate s ON s.title = m.id
WHERE c.counts AND m.kind = $1 GROUP BY m.id ORDER BY articles DESC, times DESC, m.id LIMIT $2
