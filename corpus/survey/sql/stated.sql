-- Every claim that says something of its own, once, with the articles that make it. What they
-- call a title or person differently is one if the catalog holds it.
CREATE TABLE stated AS
SELECT row(k.kind, coalesce(k.title_id, k.title), k.season, k.year, k.role, coalesce(k.person_id, k.person), k.gender, k.value, k.of, k.negated)::VARCHAR AS key,
  first(k.kind ORDER BY k.article) AS kind, first(k.quote ORDER BY c.date = '', c.date, c.article) AS quote, first(k.title ORDER BY k.article) AS title, first(k.title_id ORDER BY k.article) AS title_id,
  first(k.verdict ORDER BY k.article) AS verdict, first(k.reason ORDER BY k.article) AS reason, first(k.evidence ORDER BY k.article) AS evidence, first(k.sources ORDER BY k.article) AS sources,
  count(DISTINCT k.article) FILTER (c.counts) AS articles, count(DISTINCT c.outlet) FILTER (c.counts) AS outlets, count(DISTINCT c.leader) AS texts,
  first({'outlet': c.outlet, 'date': c.date, 'source': c.source, 'place': coalesce(c.place, ''), 'article': c.article} ORDER BY c.date = '', c.date, c.article) AS seen
FROM claims k JOIN counted c USING (article)
WHERE k.title IS NOT NULL OR k.person IS NOT NULL OR k.verdict <> 'unverifiable'
GROUP BY 1
