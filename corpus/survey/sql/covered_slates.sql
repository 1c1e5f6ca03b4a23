-- How many titles of each slate are named, in how many articles, and how often.
SELECT coalesce(s.slate, 'not known'), count(DISTINCT m.id), count(*), sum(m.times)::BIGINT
FROM mentions m JOIN counted c USING (article) LEFT JOIN slate s ON s.title = m.id WHERE c.counts AND m.kind = 'title' GROUP BY 1
