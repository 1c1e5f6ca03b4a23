-- What the articles of each value of a field come to: who is quoted, for how many words, and
-- what became of the claims. {value} is the field; {joined} brings in authors, one by one.
WITH part AS (SELECT {value} AS value, c.* FROM counted c {joined} WHERE c.counts),
  texts AS (SELECT value, count(*) AS articles, count(*) FILTER (named) AS named, sum(claims) AS claims, sum(contradicted) AS contradicted, sum(supported) AS supported FROM part GROUP BY value),
  spoken AS (
    SELECT p.value,
      count(*) FILTER (q.gender = 'woman') AS q_women, count(*) FILTER (q.gender = 'man') AS q_men, count(*) FILTER (q.gender = 'nonbinary') AS q_nonbinary, count(*) FILTER (q.gender = 'unknown') AS q_unknown,
      sum(q.words) FILTER (q.gender = 'woman') AS w_women, sum(q.words) FILTER (q.gender = 'man') AS w_men, sum(q.words) FILTER (q.gender = 'nonbinary') AS w_nonbinary, sum(q.words) FILTER (q.gender = 'unknown') AS w_unknown,
      count(DISTINCT q.who) FILTER (q.gender = 'woman') AS s_women, count(DISTINCT q.who) FILTER (q.gender = 'man') AS s_men, count(DISTINCT q.who) FILTER (q.gender = 'nonbinary') AS s_nonbinary, count(DISTINCT q.who) FILTER (q.gender = 'unknown') AS s_unknown
    FROM part p JOIN (SELECT *, coalesce(speaker_id, speaker) AS who FROM quotations) q USING (article) GROUP BY p.value)
SELECT value, articles, named, claims::BIGINT, contradicted::BIGINT, supported::BIGINT,
  coalesce(s_women, 0), coalesce(s_men, 0), coalesce(s_nonbinary, 0), coalesce(s_unknown, 0),
  coalesce(q_women, 0), coalesce(q_men, 0), coalesce(q_nonbinary, 0), coalesce(q_unknown, 0),
  coalesce(w_women, 0)::BIGINT, coalesce(w_men, 0)::BIGINT, coalesce(w_nonbinary, 0)::BIGINT, coalesce(w_unknown, 0)::BIGINT
FROM texts LEFT JOIN spoken USING (value) ORDER BY {order}
