-- Every claim that says something of its own, once, by the articles that make it. It is seen
-- first in the article of the earliest date; those without a date come last.
CREATE TABLE {stated} AS
WITH made AS (SELECT key, article, any_value(verdict) AS verdict FROM claims WHERE key IS NOT NULL GROUP BY key, article)
SELECT m.key, any_value(m.verdict) AS verdict, count(*) FILTER (c.counts) AS articles, count(DISTINCT c.outlet) FILTER (c.counts) AS outlets, count(DISTINCT c.leader) AS texts,
  min({'undated': c.date = '', 'date': c.date, 'article': m.article}) AS seen
FROM made m JOIN counted c USING (article) GROUP BY m.key
