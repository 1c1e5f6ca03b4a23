-- Claims of a verdict, or that several outlets make; those in the most outlets first. The words
-- are those of the article that makes it first.
WITH most AS (SELECT *, row_number() OVER (ORDER BY outlets DESC, articles DESC, seen, key) AS place FROM {stated} WHERE {which} AND articles > 0 ORDER BY place LIMIT $1)
SELECT k.kind, k.quote, coalesce(k.title, ''), coalesce(k.title_id, ''), k.verdict, k.reason, coalesce(k.evidence, ''), coalesce(k.sources, ''), most.articles, most.outlets, most.texts,
  a.outlet, a.date, a.source, a.place, a.address
FROM most JOIN claims k ON k.key = most.key AND k.article = most.seen.article JOIN article a ON a.article = k.article
QUALIFY row_number() OVER (PARTITION BY most.key ORDER BY k.claim) = 1 ORDER BY most.place
