-- The articles, and which of them count. A text and its copies count each, once in an outlet, or
-- once; it is the first of them that counts.
CREATE TABLE article AS
SELECT a.*, l.leader, true AS counts_each,
  row_number() OVER (PARTITION BY l.leader, a.outlet ORDER BY article) = 1 AS counts_outlet, article = l.leader AS counts_once
FROM articles a JOIN leader l USING (article);
DROP TABLE articles; DROP TABLE leader
