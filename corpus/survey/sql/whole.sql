-- How many rows there are of tables, and how many mentions the articles speak of.
SELECT (SELECT count(*) FROM claims), (SELECT count(*) FROM quotations), (SELECT count(*) FROM left_out), (SELECT count(*) FROM mentions), (SELECT coalesce(sum(mentions), 0)::BIGINT FROM article)
