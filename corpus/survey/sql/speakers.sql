-- Who is quoted for the most words; those alone who have a name.
SELECT coalesce(any_value(q.speaker_id), ''), any_value(q.speaker), any_value(q.gender), count(*) AS quotations, sum(q.words)::BIGINT AS words, count(DISTINCT q.article) AS articles, count(DISTINCT c.outlet) AS outlets
FROM quotations q JOIN counted c USING (article) WHERE c.counts AND q.speaker IS NOT NULL
GROUP BY coalesce(q.speaker_id, q.speaker) ORDER BY words DESC, 2 LIMIT $1
