-- The articles that count. A text and its copies count as $copies says: each of them, once in
-- an outlet, or once; it is the first of them that counts.
CREATE TABLE counted AS
SELECT a.article, a.source, a.place, coalesce(a.outlet, '') AS outlet, coalesce(a.section, '') AS section, coalesce(a.author, '') AS author,
  coalesce(a.date, '') AS date, coalesce(left(a.date, 7), '') AS month, a.words, a.named, a.claims, a.contradicted, a.supported, a.quotations, l.leader,
  row_number() OVER (PARTITION BY CASE getvariable('copies') WHEN 'each' THEN a.article ELSE l.leader END, CASE getvariable('copies') WHEN 'outlet' THEN coalesce(a.outlet, '') END ORDER BY a.article) = 1 AS counts
FROM articles a JOIN leader l USING (article)
