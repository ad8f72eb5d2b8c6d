SELECT
    JSONExtractString(today, 'account', 'plan') AS plan,
    count() AS accounts,
    sum(due(today)) AS before,
    sum(due(tomorrow)) AS after
FROM
(
    SELECT prorata_settle_today(line) AS today, prorata_settle_tomorrow(line) AS tomorrow
    FROM accounts
)
GROUP BY plan
ORDER BY plan
