CREATE FUNCTION due AS answer -> arraySum(
    event -> JSONExtractInt(event, 'amount') + JSONExtractInt(event, 'overage', 'amount'),
    JSONExtractArrayRaw(answer, 'events'))
