-- Claims of a verdict, or that several texts make; those in the most outlets first.
SELECT kind, quote, coalesce(title, ''), coalesce(title_id, ''), verdict, reason, coalesce(evidence, ''), coalesce(sources, ''), articles, outlets, texts, seen.outlet, seen.date, seen.source, seen.place
FROM stated WHERE {which} AND articles > 0 ORDER BY outlets DESC, articles DESC, seen.date = '', seen.date, seen.article, key LIMIT $1
