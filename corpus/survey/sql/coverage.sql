-- How many people of each gender are named, and in how many articles.
SELECT m.gender, count(DISTINCT m.id), count(*), sum(m.times)::BIGINT FROM mentions m JOIN counted c USING (article) WHERE c.counts AND m.kind = 'person' GROUP BY m.gender
