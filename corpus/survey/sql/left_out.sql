-- What was left out, by kind, with the first of each.
SELECT kind, count(*) AS documents, first(source ORDER BY article), coalesce(first(place ORDER BY article), ''), first(why ORDER BY article)
FROM left_out GROUP BY kind ORDER BY documents DESC, kind
